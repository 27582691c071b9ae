import {
  type Account,
  epochMilliseconds,
  PlatformError,
  type PlatformIo,
  type Step,
  type StepOutput,
} from '@affiche/core';
import { platformError } from '../step-result.ts';
import { api, diagnoseApi } from './api.ts';
import { publishedMatches } from './published-matches.ts';
import { CompiledPost } from './requests.ts';
import { scheduledAtOf } from './scheduled-at.ts';
import { Nothing } from './wire.ts';

/** Deletes a post, or takes back one that the server keeps for later. Unused files it forgets itself. */
export async function undo(
  account: Account,
  step: Step,
  { id, data }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (step.kind !== 'create-status' || id === undefined) return;
  const scheduledAt = scheduledAtOf(data);
  if (scheduledAt === undefined) {
    await remove(account, '/api/v1/statuses', id, io);
  } else if (!(await remove(account, '/api/v1/scheduled_statuses', id, io))) {
    // What no longer waits may be out, under another id.
    const out = await findPublished(account, step, epochMilliseconds(scheduledAt), io);
    if (out !== undefined) await remove(account, '/api/v1/statuses', out, io);
  }
}

/** Whether there was anything to delete. */
async function remove(
  account: Account,
  collection: string,
  id: string,
  io: PlatformIo,
): Promise<boolean> {
  const call = {
    method: 'delete',
    path: `${collection}/${encodeURIComponent(id)}`,
    endpoint: `${collection}/:id`,
    bucket: 'deletes',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome === 'answered') return true;
  const diagnosis = diagnoseApi(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
  return false;
}

async function findPublished(
  account: Account,
  step: Step,
  due: number,
  io: PlatformIo,
): Promise<string | undefined> {
  const { body } = CompiledPost.parse(step.request);
  const matches = await publishedMatches(account, body, due, io);
  if (!('status' in matches) && matches.length < 2) return matches[0]?.id;
  const message =
    'status' in matches
      ? `nobody can tell whether the scheduled post is out: ${matches.why}`
      : `${matches.length} posts say what the scheduled post said`;
  const retryAt = 'status' in matches ? matches.retryAt : undefined;
  throw new PlatformError('platform-call-failed', {
    message,
    hint: 'Look at the account, and delete the post there if it is still to be seen.',
    details: { failure: { kind: 'transient', message, ...(retryAt && { retryAt }) } },
  });
}
