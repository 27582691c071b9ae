import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callX, diagnoseX } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post. Files that no post shows the network forgets after a day. */
export async function undo(
  account: Account,
  step: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (step.kind !== 'create-post' || id === undefined) return;
  const call = {
    method: 'delete',
    path: `/2/tweets/${encodeURIComponent(id)}`,
    endpoint: '/2/tweets/:id',
    bucket: 'deletes',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callX(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseX(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
