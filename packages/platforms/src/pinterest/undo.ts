import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a pin. Films that no pin shows stay out of sight. */
export async function undo(
  account: Account,
  step: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (step.kind !== 'create-pin' || id === undefined) return;
  const call = {
    method: 'delete',
    path: `/pins/${encodeURIComponent(id)}`,
    endpoint: '/pins/:pin',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callPinterest(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnosePinterest(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
