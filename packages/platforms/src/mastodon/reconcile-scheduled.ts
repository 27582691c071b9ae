import { type Account, epochMilliseconds, type PlatformIo, type Reconciled } from '@affiche/core';
import { z } from 'zod';
import { api } from './api.ts';
import type { StatusBody } from './requests.ts';
import { sameWords } from '../same-words.ts';
import { ScheduledStatus } from './wire.ts';

/**
 * Looks among the posts that the server keeps for later. `undefined` when it is not there: it may
 * be out already, or the server keeps nothing.
 */
export async function reconcileScheduled(
  account: Account,
  { status, scheduled_at }: StatusBody,
  io: PlatformIo,
): Promise<Reconciled | undefined> {
  const answer = await api(
    account,
    {
      method: 'get',
      path: '/api/v1/scheduled_statuses',
      search: { limit: 40 },
      answer: z.array(ScheduledStatus),
      timeoutSeconds: 15,
    },
    io,
  );
  if (answer.outcome !== 'answered') return undefined;
  const due = epochMilliseconds(scheduled_at ?? '');
  const matches = answer.body.filter(
    ({ scheduled_at: at, params }) =>
      Math.abs(epochMilliseconds(at) - due) < 60_000 && sameWords(params?.text ?? '', status),
  );
  const [match] = matches;
  if (!match) return undefined;
  if (matches.length > 1) {
    return { status: 'inconclusive', why: `${matches.length} posts wait to say the same` };
  }
  return {
    status: 'applied',
    output: { id: match.id, data: { scheduledAt: match.scheduled_at } },
    evidence: { statement: `the server keeps the post until ${match.scheduled_at}` },
  };
}
