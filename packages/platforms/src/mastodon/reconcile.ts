import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { ask, type OpenQuestion } from './open-question.ts';
import { askOwnAccount } from './own-account.ts';
import { reconcileScheduled } from './reconcile-scheduled.ts';
import { PostRequest } from './requests.ts';
import { matchesStatus } from './status-match.ts';
import { Status } from './wire.ts';
import { z } from 'zod';

// How far two honest clocks may be apart.
const skewSeconds = 120;
const pageSize = 40;
// Forty posts a page: nobody writes two hundred between a crash and its repair.
const mostPages = 5;

/** Looks through the account's own posts for one that says the same and is young enough. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.kind !== 'create-status') {
    return {
      status: 'absent',
      evidence: { statement: 'nobody sees this step, and it may be repeated' },
    };
  }
  const { body } = PostRequest.parse(fillOutputs(step.request, outputs));
  if (body.scheduled_at !== undefined) {
    const waiting = await reconcileScheduled(account, body, io);
    if (waiting) return waiting;
  }
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const own = await ownStatuses(account, since, io);
  if (typeof own === 'object' && 'status' in own) return own;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = own.filter((status) => !claimed.has(status.id) && matchesStatus(status, body));
  const [match] = matches;
  if (!match) {
    return {
      status: 'absent',
      evidence: {
        statement: `none of the account's ${own.length} posts since then says the same`,
      },
    };
  }
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { status: 'inconclusive', why: `${matches.length} posts say the same: ${ids}` };
  }
  return {
    status: 'applied',
    output: { id: match.id, ...(match.url && { url: match.url }) },
    evidence: {
      statement: `the account's post ${match.id} of ${match.created_at} says the same`,
    },
  };
}

/** Everything that the account posted since a moment, or why nobody can tell. */
async function ownStatuses(
  account: Account,
  since: number,
  io: PlatformIo,
): Promise<Status[] | OpenQuestion> {
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
