import { type Account, epochMilliseconds, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { ask, type OpenQuestion } from './open-question.ts';
import { askOwnAccount } from './own-account.ts';
import { Status } from './wire.ts';

// How far two honest clocks may be apart.
const skewSeconds = 120;
const pageSize = 40;
// Forty posts a page: nobody writes two hundred between a crash and its repair.
const mostPages = 5;

/** Everything that the account posted since a moment, in milliseconds, or why nobody can tell. */
export async function ownStatuses(
  account: Account,
  moment: number,
  io: PlatformIo,
): Promise<Status[] | OpenQuestion> {
  const since = moment - skewSeconds * 1000;
  const owner = await ask(account, askOwnAccount, io);
  if ('status' in owner) return owner;
  const found: Status[] = [];
  for (let page = 0, max: string | undefined; page < mostPages; page += 1) {
    const statuses = await ask(
      account,
      {
        method: 'get',
        path: `/api/v1/accounts/${encodeURIComponent(owner.body.id)}/statuses`,
        endpoint: '/api/v1/accounts/:id/statuses',
        search: { limit: pageSize, exclude_reblogs: true, max_id: max },
        answer: z.array(Status),
        timeoutSeconds: 15,
      },
      io,
    );
    if ('status' in statuses) return statuses;
    const young = statuses.body.filter(({ created_at }) => epochMilliseconds(created_at) >= since);
    found.push(...young);
    // Pinned posts are old and may stand first, so a page ends the search only by its last post.
    const last = statuses.body.at(-1);
    if (!last || epochMilliseconds(last.created_at) < since) return found;
    max = last.id;
  }
  return { status: 'inconclusive', why: 'the account posted too much since then to look through' };
}
