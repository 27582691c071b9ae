import { type Account, ConfigurationError, type Credentials, type PlatformIo } from '@affiche/core';
import { renewLongLivedToken } from '../meta/long-lived-token.ts';
import { readThreads, threadsNetwork } from './api.ts';
import { Me } from './wire.ts';

/** Renews the long-lived token, or exchanges a short-lived one for the first. */
export function authenticate(account: Account, io: PlatformIo): Promise<Credentials> {
  return renewLongLivedToken(
    { network: threadsNetwork, name: 'Threads', grant: 'th' },
    account,
    io,
  );
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
