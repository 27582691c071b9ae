import {
  type Account,
  ConfigurationError,
  type Credentials,
  instant,
  type PlatformIo,
} from '@affiche/core';
import { readThreads } from './api.ts';
import { Me, Token } from './wire.ts';

/**
 * Renews the long-lived token, or exchanges a short-lived one for the first. Threads renews a token
 * that is a day old and has not ended; afterwards a person must connect the account again.
 *
 * @throws ConfigurationError `missing-credentials` where there is nothing to renew.
 */
export async function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  const { accessToken, shortLivedToken, clientSecret, ...rest } = io.credentials;
  const first = shortLivedToken !== undefined && clientSecret !== undefined;
  if (!first && !accessToken) {
    throw new ConfigurationError('missing-credentials', {
      message: `The Threads account ${account.handle ?? account.id} has no accessToken`,
      hint: 'Connect the account, and store { accessToken }, or { shortLivedToken, clientSecret }.',
    });
  }
  const token = await readThreads(
    account,
    {
      method: 'get',
      version: '',
      answer: Token,
      timeoutSeconds: 30,
      ...(first
        ? {
            path: '/access_token',
            search: {
              grant_type: 'th_exchange_token',
              client_secret: clientSecret,
              access_token: shortLivedToken,
            },
          }
        : {
            path: '/refresh_access_token',
            search: { grant_type: 'th_refresh_token', access_token: accessToken },
          }),
    },
    io,
  );
  return {
    ...rest,
    ...(clientSecret !== undefined && { clientSecret }),
    accessToken: token.access_token,
    expiresAt: instant(io.clock.now() + token.expires_in * 1000),
  };
}

/** Makes sure that the token opens the account and no other. */
export async function verify(
  account: Account,
  io: PlatformIo,
  version: string | undefined,
): Promise<void> {
  const { id, username } = await readThreads(
    account,
    {
      method: 'get',
      path: '/me',
      search: { fields: 'id,username' },
      version,
      answer: Me,
      timeoutSeconds: 15,
    },
    io,
  );
  if (id === account.id) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Threads account ${account.id} opens ${id} (${username ?? 'no name'})`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
