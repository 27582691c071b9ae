import { readerNamed } from '../audience/readers.ts';
import type { Exchange } from '../http/exchange.ts';
import type { Route } from '../http/route.ts';
import { findAccount, readerDomain, readerWithDid } from './accounts.ts';
import { profileView, readerView } from './actor-views.ts';
import type { Bluesky } from './context.ts';
import { listParameter, requireParameter } from './fields.ts';
import { authenticate } from './sessions.ts';
import { invalidRequest } from './xrpc-error.ts';

/** People and their counts: `app.bsky.actor.*`. */
export function actorRoutes(bluesky: Bluesky): Route[] {
  const route = (name: string, answer: (exchange: Exchange) => unknown): Route => ({
    method: 'GET',
    path: `/xrpc/app.bsky.actor.${name}`,
    handle(exchange) {
      authenticate(bluesky, exchange);
      return { status: 200, body: answer(exchange) };
    },
  });
  return [
    route('getProfile', (exchange) => {
      const profile = findProfile(bluesky, requireParameter(exchange, 'actor'));
      if (!profile) throw invalidRequest('Profile not found');
      return profile;
    }),
    route('getProfiles', (exchange) => ({
      profiles: listParameter(exchange, 'actors')
        .map((actor) => findProfile(bluesky, actor))
        .filter((profile) => profile !== undefined),
    })),
    route('getPreferences', (exchange) => {
      const { account } = authenticate(bluesky, exchange);
      const row = bluesky.database.one(
        'SELECT preferences FROM account WHERE did = ?',
        account.did,
      );
      return { preferences: JSON.parse(String(row?.['preferences'])) as unknown };
    }),
    {
      method: 'POST',
      path: '/xrpc/app.bsky.actor.putPreferences',
      handle(exchange) {
        const { account } = authenticate(bluesky, exchange);
        bluesky.database.run(
          'UPDATE account SET preferences = ? WHERE did = ?',
          JSON.stringify(exchange.fields['preferences'] ?? []),
          account.did,
        );
        return { status: 200 };
      },
    },
  ];
}

function findProfile(bluesky: Bluesky, actor: string) {
  const account = findAccount(bluesky, actor);
  if (account) return profileView(bluesky, account);
  const suffix = `.${readerDomain}`;
  const reader = actor.endsWith(suffix)
    ? readerNamed(actor.slice(0, -suffix.length))
    : readerWithDid(bluesky, actor);
  return reader && readerView(bluesky, reader);
}
