import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { type ApiCall, readApi } from './api.ts';
import { OwnAccount } from './wire.ts';

/** Asks whose token it is. */
export const askOwnAccount: ApiCall<OwnAccount> = {
  method: 'get',
  path: '/api/v1/accounts/verify_credentials',
  answer: OwnAccount,
  timeoutSeconds: 15,
};

/**
 * Makes sure that the token is good, and that it opens the account it is kept for.
 *
 * @throws ConfigurationError `wrong-account` when it opens another one.
 */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { id, acct, username } = await readApi(account, askOwnAccount, io);
  if ([id, acct, username].includes(account.id)) return;
  throw new ConfigurationError('wrong-account', {
    message: `The token of the Mastodon account ${account.id} opens ${id} (${acct ?? 'no name'})`,
    hint: 'Store the token of the account itself, or correct account.id.',
    details: { expected: account.id, actual: id },
  });
}
