import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { insertToken, requireToken } from './accounts.ts';
import { graphError, invalidParameter } from '../meta/graph-answers.ts';
import { hash } from '../meta/identity.ts';
import type { Threads } from './context.ts';

/** Tokens: the exchange for a long-lived one, and its renewal. */
export function tokenRoutes(threads: Threads): Route[] {
  return [
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
