import { type Account, epochMilliseconds, type PlatformIo, type Reconciled } from '@affiche/core';
import { z } from 'zod';
import { api } from './api.ts';
import { leaveOpen, type OpenQuestion } from './open-question.ts';
import type { StatusBody } from './requests.ts';
import { sameWords } from '../same-words.ts';
import { ScheduledStatus } from './wire.ts';

const pageSize = 40;
// Room for four hundred posts, which is more than anybody plans on a server.
const mostPages = 10;

/**
 * Looks among the posts that the server keeps for later. `undefined` when it is surely not there: it
 * may be out already, or the server keeps nothing.
 */
export async function reconcileScheduled(
  account: Account,
  { status, scheduled_at }: StatusBody,
  io: PlatformIo,
): Promise<Reconciled | undefined> {
  const waiting = await scheduledStatuses(account, io);
  if ('status' in waiting) return waiting;
  const due = epochMilliseconds(scheduled_at ?? '');
  const matches = waiting.filter(
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

/** Everything that waits, or why nobody can tell. */
async function scheduledStatuses(
  account: Account,
  io: PlatformIo,
): Promise<ScheduledStatus[] | OpenQuestion> {
  const found = new Map<string, ScheduledStatus>();
  for (let page = 0, max: string | undefined; page < mostPages; page += 1) {
    const call = {
      method: 'get',
      path: '/api/v1/scheduled_statuses',
      search: { limit: pageSize, max_id: max },
      answer: z.array(ScheduledStatus),
      timeoutSeconds: 15,
    } as const;
    const answer = await api(account, call, io);
    // A server without this page keeps nothing for later.
    if (answer.outcome === 'refused' && answer.status === 404) return [];
    if (answer.outcome !== 'answered') return leaveOpen(answer, call, io);
    const known = found.size;
    for (const each of answer.body) found.set(each.id, each);
    if (answer.body.length < pageSize) return [...found.values()];
    // A page that brings nothing new comes from a server that does not turn pages.
    if (found.size === known) break;
    max = answer.body.at(-1)?.id;
  }
  return { status: 'inconclusive', why: 'too many posts wait to look through them all' };
}
