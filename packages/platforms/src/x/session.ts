import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { renewedCredentials } from '../renewed-credentials.ts';
import { readX } from './api.ts';
import { Token } from './wire.ts';

/**
 * Exchanges the refresh token for a new pair. X gives a refresh token once: the new one must be
 * stored before the new access token is used.
 *
 * @throws ConfigurationError `missing-credentials` where there is nothing to refresh with.
 */
export async function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  const { refreshToken, clientId, clientSecret } = io.credentials;
  if (!refreshToken || !clientId) {
    throw new ConfigurationError('missing-credentials', {
      message: `The X account ${account.handle ?? account.id} has no ${refreshToken ? 'clientId' : 'refreshToken'}`,
      hint: 'Connect the account again with the scope offline.access.',
    });
  }
  const form = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
  if (!clientSecret) form.set('client_id', clientId);
  const token = await readX(
    account,
    {
      method: 'post',
      path: '/2/oauth2/token',
      body: form,
      authorization: clientSecret ? `Basic ${btoa(`${clientId}:${clientSecret}`)}` : '',
      answer: Token,
      timeoutSeconds: 30,
    },
    io,
  );
  return renewedCredentials(io, token);
}
