import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { personView } from './account-views.ts';
import { type Account, authenticate, viewer } from './accounts.ts';
import { type Mastodon, recordNotFound } from './context.ts';
import { pollView, vote } from './polls.ts';
import { react, type ReactionKind, reactionsTo, takeBack } from './reactions.ts';
import { canSee, viewOf } from './status-views.ts';
import { findStatus } from './statuses.ts';

const kinds: readonly ReactionKind[] = ['favourite', 'reblog', 'bookmark', 'pin'];

/** What accounts do to statuses: favourites, boosts, bookmarks, pins and votes. */
export function reactionRoutes(mastodon: Mastodon): Route[] {
  const toggles = kinds.flatMap((kind) => [
    route('POST', `/api/v1/statuses/:id/${kind}`, (exchange) =>
      toggle(mastodon, exchange, kind, true),
    ),
    route('POST', `/api/v1/statuses/:id/un${kind}`, (exchange) =>
      toggle(mastodon, exchange, kind, false),
    ),
  ]);
  return [
    ...toggles,
    route('GET', '/api/v1/statuses/:id/favourited_by', (exchange) =>
      people(mastodon, exchange, 'favourite'),
    ),
    route('GET', '/api/v1/statuses/:id/reblogged_by', (exchange) =>
      people(mastodon, exchange, 'reblog'),
    ),
    route('GET', '/api/v1/polls/:id', (exchange) =>
      poll(mastodon, exchange, viewer(mastodon, exchange)),
    ),
    route('POST', '/api/v1/polls/:id/votes', (exchange) => {
      const account = authenticate(mastodon, exchange, 'write:statuses');
      vote(mastodon, idOf(exchange), account.id, exchange.fields['choices']);
      return poll(mastodon, exchange, account);
    }),
  ];
}

function toggle(mastodon: Mastodon, exchange: Exchange, kind: ReactionKind, on: boolean): Answer {
  const account = authenticate(mastodon, exchange, 'write:statuses');
  const id = idOf(exchange);
  const status = findStatus(mastodon, id);
  if (status && !canSee(status, account)) throw recordNotFound();
  if (on) react(mastodon, kind, account.id, id);
  else takeBack(mastodon, kind, account.id, id);
  const view = viewOf(mastodon, id, account);
  if (!view) throw recordNotFound();
  const body = kind === 'reblog' && on ? { ...view, reblog: view } : view;
  return { status: 200, body };
}

/** The accounts of this server behind a count; simulated readers are only counted. */
function people(mastodon: Mastodon, exchange: Exchange, kind: ReactionKind): Answer {
  const body = reactionsTo(mastodon, kind, idOf(exchange)).map(({ account }) =>
    personView(mastodon, account),
  );
  return { status: 200, body };
}

function poll(mastodon: Mastodon, exchange: Exchange, account: Account | undefined): Answer {
  const view = pollView(mastodon, idOf(exchange), account?.id);
  if (!view) throw recordNotFound();
  return { status: 200, body: view };
}

function idOf({ parameters }: Exchange): string {
  return parameters['id'] ?? '';
}
