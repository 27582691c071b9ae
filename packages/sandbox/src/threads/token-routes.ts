import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { insertToken, requireToken } from './accounts.ts';
import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { hash } from '../meta/identity.ts';
import { redeemCode } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import type { Threads } from './context.ts';

/** Tokens: the exchange for a long-lived one, and its renewal. */
export function tokenRoutes(threads: Threads): Route[] {
  return [
    ...consentRoutes(threads, {
      path: '/oauth/authorize',
      network: 'Threads',
      challenge: 'allowed',
      codeSeconds: 3600,
      accounts: () =>
        threads.database
          .all('SELECT id, username FROM account ORDER BY username')
          .map(({ id, username }) => ({ id: String(id), name: `@${String(username)}` })),
    }),
    route('POST', '/oauth/access_token', (exchange) => shortLived(threads, exchange)),
    route('GET', '/access_token', (exchange) => {
      expect(exchange, 'th_exchange_token');
      if (!exchange.query.get('client_secret')) throw invalidParameter('client_secret is required');
      return renewed(threads, exchange);
    }),
    route('GET', '/refresh_access_token', (exchange) => {
      expect(exchange, 'th_refresh_token');
      const { longLived, issuedAt } = requireToken(threads, tokenIn(exchange));
      const age = threads.clock.now() - issuedAt;
      if (!longLived || age < threads.settings.refreshableAfterSeconds * 1000) {
        const message = 'Only long-lived tokens that are 24 hours old can be refreshed.';
        throw graphError({ message, code: 100 });
      }
      return renewed(threads, exchange);
    }),
  ];
}

/** A token for an hour; nothing says of what kind it is, or how long it lasts. */
function shortLived(threads: Threads, exchange: Exchange): Answer {
  if (!exchange.fields['client_secret']) throw invalidParameter('client_secret is required');
  const consent = redeemCode(threads, exchange);
  if (typeof consent === 'string') throw invalidParameter(consent);
  const { account } = consent;
  const issuedAt = threads.clock.now();
  const token = `TH${hash(`${account} short ${String(exchange.fields['code'])}`).toString('base64url')}`;
  insertToken(threads, { token, account, longLived: false, issuedAt });
  return { status: 200, body: { access_token: token, user_id: account } };
}

function expect({ query }: Exchange, grant: string): void {
  if (query.get('grant_type') !== grant) throw invalidParameter(`grant_type must be ${grant}`);
}

function tokenIn({ query }: Exchange): string {
  return query.get('access_token') ?? '';
}

function renewed(threads: Threads, exchange: Exchange): Answer {
  const { account, token: old } = requireToken(threads, tokenIn(exchange));
  const issuedAt = threads.clock.now();
  const token = `TH${hash(`${old} ${issuedAt}`).toString('base64url')}`;
  const seconds = insertToken(threads, { token, account, longLived: true, issuedAt });
  return {
    status: 200,
    body: { access_token: token, token_type: 'bearer', expires_in: seconds },
  };
}
