import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { business } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post, or an answer to a review. What was changed stays as it is. */
export async function undo(
  account: Account,
  { kind }: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (kind === 'edit-post' || id === undefined) return;
  const call = {
    method: 'delete',
    path: `/v4/${id}`,
    endpoint: '/v4/:post',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await business.call(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = business.diagnose(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
