import type { Answer, Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { redeemCode } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import { graphError, invalidParameter } from './graph-answers.ts';
import { hash } from './identity.ts';
import { insertToken, type ProfileKind, type Profiles, requireToken } from './profiles.ts';

/** Consent, the exchange for a long-lived token, and its renewal. */
export function tokenRoutes(state: Profiles, kind: ProfileKind): Route[] {
  return [
    ...consentRoutes(state, {
      path: '/oauth/authorize',
      network: kind.network,
      challenge: 'allowed',
      codeSeconds: 3600,
      accounts: () =>
        state.database
          .all('SELECT id, username FROM account ORDER BY username')
          .map(({ id, username }) => ({ id: String(id), name: `@${String(username)}` })),
    }),
    route('POST', '/oauth/access_token', (exchange) => shortLived(state, kind, exchange)),
    route('GET', '/access_token', (exchange) => {
      expect(exchange, `${kind.grant}_exchange_token`);
      if (!exchange.query.get('client_secret')) throw invalidParameter('client_secret is required');
      return renewed(state, kind, exchange);
    }),
    route('GET', '/refresh_access_token', (exchange) => {
      expect(exchange, `${kind.grant}_refresh_token`);
      const { longLived, issuedAt } = requireToken(state, tokenIn(exchange));
      const age = state.clock.now() - issuedAt;
      if (!longLived || age < state.settings.refreshableAfterSeconds * 1000) {
        const message = 'Only long-lived tokens that are 24 hours old can be refreshed.';
        throw graphError({ message, code: 100 });
      }
      return renewed(state, kind, exchange);
    }),
  ];
}

/** A token for an hour; nothing says of what kind it is, or how long it lasts. */
function shortLived(state: Profiles, kind: ProfileKind, exchange: Exchange): Answer {
  if (!exchange.fields['client_secret']) throw invalidParameter('client_secret is required');
  const consent = redeemCode(state, exchange);
  if (typeof consent === 'string') throw invalidParameter(consent);
  const { account } = consent;
  const issuedAt = state.clock.now();
  const token = `${kind.tokenPrefix}${hash(`${account} short ${String(exchange.fields['code'])}`).toString('base64url')}`;
  insertToken(state, { token, account, longLived: false, issuedAt });
  return { status: 200, body: { access_token: token, user_id: account } };
}

function expect({ query }: Exchange, grant: string): void {
  if (query.get('grant_type') !== grant) throw invalidParameter(`grant_type must be ${grant}`);
}

function tokenIn({ query }: Exchange): string {
  return query.get('access_token') ?? '';
}

function renewed(state: Profiles, kind: ProfileKind, exchange: Exchange): Answer {
  const { account, token: old } = requireToken(state, tokenIn(exchange));
  const issuedAt = state.clock.now();
  const token = `${kind.tokenPrefix}${hash(`${old} ${issuedAt}`).toString('base64url')}`;
  const seconds = insertToken(state, { token, account, longLived: true, issuedAt });
  return {
    status: 200,
    body: { access_token: token, token_type: 'bearer', expires_in: seconds },
  };
}
