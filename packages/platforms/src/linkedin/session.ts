import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { renewedCredentials } from '../renewed-credentials.ts';
import { send } from '../http.ts';
import { serverOrigin } from '../origin.ts';
import { platformError } from '../step-result.ts';
import { diagnoseLinkedIn, type LinkedIn, readLinkedIn } from './api.ts';
import { mayPost, readRoles, rolesIn } from './roles.ts';
import { isOrganization } from './rules.ts';
import { Me, Token } from './wire.ts';

/**
 * Exchanges the refresh token for a new access token. Only approved partners have one; it lives for
 * 365 days from the first consent, and refreshing does not lengthen that.
 *
 * @throws ConfigurationError `missing-credentials` where there is nothing to refresh with.
 */
export async function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  const { refreshToken, clientId, clientSecret } = io.credentials;
  if (!refreshToken || !clientId || !clientSecret) {
    const missing = Object.entries({ refreshToken, clientId, clientSecret }).find(
      ([, value]) => !value,
    );
    throw new ConfigurationError('missing-credentials', {
      message: `The LinkedIn account ${account.handle ?? account.id} has no ${missing?.[0]}`,
      hint: 'Without a refresh token somebody must connect the account again every 60 days.',
    });
  }
  const answer = await send(
    {
      method: 'post',
      url: `${serverOrigin(account, 'www.linkedin.com')}/oauth/v2/accessToken`,
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        client_secret: clientSecret,
      }),
      answer: Token,
      timeoutSeconds: 30,
    },
    io,
  );
  if (answer.outcome !== 'answered') {
    const call = { method: 'post', path: '/oauth/v2/accessToken' } as const;
    throw platformError(diagnoseLinkedIn(answer, call, io));
  }
  return renewedCredentials(io, answer.body);
}

/** Makes sure that a token belongs to the member, or to somebody who may post for the organization. */
export async function verify(account: Account, io: PlatformIo, linkedIn: LinkedIn): Promise<void> {
  if (isOrganization(account)) {
    const roles = rolesIn(await readRoles(account, io, linkedIn), account);
    if (roles.some(mayPost)) return;
    throw wrongAccount(account, roles.join(', ') || 'no role in the organization');
  }
  const { sub } = await readLinkedIn(
    account,
    { method: 'get', path: '/v2/userinfo', answer: Me, timeoutSeconds: 15 },
    io,
    linkedIn,
  );
  if (account.id !== `urn:li:person:${sub}`) throw wrongAccount(account, `urn:li:person:${sub}`);
}

function wrongAccount({ id }: Account, actual: string): ConfigurationError<'wrong-account'> {
  return new ConfigurationError('wrong-account', {
    message: `The token for the LinkedIn account ${id} opens ${actual}`,
    hint: 'Store the token of somebody who may post for the account, or correct account.id.',
    details: { expected: id, actual },
  });
}
