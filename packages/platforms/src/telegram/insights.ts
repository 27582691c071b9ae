import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { z } from 'zod';
import { aboutAccount, countReading } from '../readings.ts';
import { readBot } from './api.ts';

/** How many are in the chat. Of messages a bot learns no number: neither views nor reactions. */
export async function readInsights(
  account: Account,
  _posts: readonly PublishedPost[],
  io: PlatformIo,
): Promise<Reading[]> {
  const members = await readBot(
    account,
    {
      name: 'getChatMemberCount',
      method: 'get',
      search: { chat_id: account.id },
      result: z.number().int().nonnegative(),
      timeoutSeconds: 15,
    },
    io,
  );
  return countReading('followers', members, aboutAccount(account, io));
}
