import { type Account, epochMilliseconds, type PlatformIo } from '@affiche/core';
import type { OpenQuestion } from './open-question.ts';
import { ownStatuses } from './own-statuses.ts';
import { matchesStatus, type StatusWords } from './status-match.ts';
import type { Status } from './wire.ts';

/**
 * The posts that came out of one that the server kept until `due` (milliseconds since the epoch):
 * the one of that moment first, or why nobody can tell.
 */
export async function publishedMatches(
  account: Account,
  words: StatusWords,
  due: number,
  io: PlatformIo,
): Promise<Status[] | OpenQuestion> {
  const own = await ownStatuses(account, due, io);
  if ('status' in own) return own;
  const distance = (createdAt: string) => Math.abs(epochMilliseconds(createdAt) - due);
  return own
    .filter((status) => matchesStatus(status, words))
    .toSorted((one, other) => distance(one.created_at) - distance(other.created_at));
}
