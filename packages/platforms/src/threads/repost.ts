import type { Account, PlatformIo } from '@affiche/core';
import { readThreads } from './api.ts';
import { Made } from './wire.ts';

/** Shows somebody's post to the account's own followers. */
export async function repost(
  account: Account,
  { id }: { readonly id: string },
  io: PlatformIo,
  version: string | undefined,
): Promise<{ readonly id: string }> {
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(id)}/repost`,
    endpoint: '/:media/repost',
    version,
    answer: Made,
    timeoutSeconds: 30,
  } as const;
  return readThreads(account, call, io);
}
