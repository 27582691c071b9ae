import type { Account, PlatformIo } from '@affiche/core';
import { readApi } from './api.ts';
import { OwnAccount } from './wire.ts';

/** Makes sure that the token is good. */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  await readApi(
    account,
    {
      method: 'get',
      path: '/api/v1/accounts/verify_credentials',
      answer: OwnAccount,
      timeoutSeconds: 15,
    },
    io,
  );
}
