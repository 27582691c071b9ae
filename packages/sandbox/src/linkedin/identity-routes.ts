import type { Answer, Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { type Route, route } from '../http/route.ts';
import { authenticate, isMember } from './accounts.ts';
import { type LinkedIn, secret } from './context.ts';

/** Tokens, and who somebody is. */
export function identityRoutes(linkedIn: LinkedIn): Route[] {
  return [
    route('POST', '/oauth/v2/accessToken', (exchange) => refresh(linkedIn, exchange)),
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

const tokenSeconds = 5_184_000;
const refreshSeconds = 31_536_000;

/** A new access token for a refresh token, whose own end does not move. */
function refresh(linkedIn: LinkedIn, { fields }: Exchange): Answer {
  const { database, clock } = linkedIn;
  const refreshToken = typeof fields['refresh_token'] === 'string' ? fields['refresh_token'] : '';
  const row = database.one('SELECT * FROM account WHERE refresh_token = ?', refreshToken);
  const end = Number(row?.['created_at'] ?? 0) + refreshSeconds * 1000;
  if (!row || fields['grant_type'] !== 'refresh_token' || end <= clock.now()) {
    throw new Refusal({
      status: 400,
      body: { error: 'invalid_grant', error_description: 'The refresh token is not good' },
    });
  }
  const token = secret(linkedIn, `token ${String(row['token'])}`);
  database.run('UPDATE account SET token = ? WHERE refresh_token = ?', token, refreshToken);
  return {
    status: 200,
    body: {
      access_token: token,
      expires_in: tokenSeconds,
      refresh_token: refreshToken,
      refresh_token_expires_in: Math.floor((end - clock.now()) / 1000),
    },
  };
}
