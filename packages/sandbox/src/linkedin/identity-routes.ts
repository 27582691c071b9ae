import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate, isMember, tokenEnd } from './accounts.ts';
import { redeemCode } from '../oauth/codes.ts';
import { consentRoutes } from '../oauth/consent-page.ts';
import { type LinkedIn, secret } from './context.ts';

/** Tokens, and who somebody is. */
export function identityRoutes(linkedIn: LinkedIn): Route[] {
  return [
    ...consentRoutes(linkedIn, {
      path: '/oauth/v2/authorization',
      network: 'LinkedIn',
      challenge: 'refused',
      codeSeconds: 1800,
      accounts: () =>
        linkedIn.database
          .all('SELECT urn, handle FROM account ORDER BY handle')
          .map(({ urn, handle }) => ({ id: String(urn), name: String(handle) })),
    }),
    route('POST', '/oauth/v2/accessToken', (exchange) => {
      if (!exchange.fields['client_secret']) {
        throw refusal('invalid_client', 'A required parameter "client_secret" is missing');
      }
      return exchange.fields['grant_type'] === 'authorization_code'
        ? grant(linkedIn, exchange)
        : refresh(linkedIn, exchange);
    }),
    route('GET', '/v2/userinfo', (exchange) => {
      const { urn, handle } = authenticate(linkedIn, exchange);
      return { status: 200, body: { sub: urn.split(':').at(-1), name: handle } };
    }),
    route('GET', '/rest/organizationAcls', (exchange) => {
      const account = authenticate(linkedIn, exchange);
      const role = { organization: account.urn, role: 'ADMINISTRATOR', state: 'APPROVED' };
      return { status: 200, body: { elements: isMember(account) ? [] : [role] } };
    }),
  ];
}

const refreshSeconds = 31_536_000;

/** The first tokens of a consent; nothing says of what kind they are. */
function grant(linkedIn: LinkedIn, exchange: Exchange): Answer {
  const { database, settings } = linkedIn;
  // Only native applications may prove themselves so, and only by request.
  if (exchange.fields['code_verifier'] !== undefined) {
    throw refusal('invalid_request', 'Not enough permissions to access: native PKCE');
  }
  const consent = redeemCode(linkedIn, exchange);
  if (typeof consent === 'string') throw refusal('invalid_request', consent);
  database.run(
    'UPDATE account SET token_expires_at = ? WHERE urn = ?',
    tokenEnd(linkedIn),
    consent.account,
  );
  const row = database.one('SELECT * FROM account WHERE urn = ?', consent.account);
  return {
    status: 200,
    body: {
      access_token: row?.['token'],
      expires_in: settings.accessTokenSeconds,
      ...(settings.refreshTokens && {
        refresh_token: row?.['refresh_token'],
        refresh_token_expires_in: refreshSeconds,
      }),
      scope: consent.scope.split(' ').join(','),
    },
  };
}

function refusal(error: string, description: string): Refusal {
  const status = error === 'invalid_client' ? 401 : 400;
  return new Refusal({ status, body: { error, error_description: description } });
}

/** A new access token for a refresh token, whose own end does not move. */
function refresh(linkedIn: LinkedIn, { fields }: Exchange): Answer {
  const { database, clock } = linkedIn;
  const refreshToken = typeof fields['refresh_token'] === 'string' ? fields['refresh_token'] : '';
  const row = database.one('SELECT * FROM account WHERE refresh_token = ?', refreshToken);
  const end = Number(row?.['created_at'] ?? 0) + refreshSeconds * 1000;
  if (!row || fields['grant_type'] !== 'refresh_token' || end <= clock.now()) {
    throw refusal('invalid_grant', 'The refresh token is not good');
  }
  const token = secret(linkedIn, `token ${String(row['token'])}`);
  database.run(
    'UPDATE account SET token = ?, token_expires_at = ? WHERE refresh_token = ?',
    token,
    tokenEnd(linkedIn),
    refreshToken,
  );
  return {
    status: 200,
    body: {
      access_token: token,
      expires_in: linkedIn.settings.accessTokenSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: Math.floor((end - clock.now()) / 1000),
    },
  };
}
