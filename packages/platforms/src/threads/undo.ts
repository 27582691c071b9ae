import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callThreads, diagnoseThreads } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post. Containers that were not published the network forgets after a day. */
export async function undo(
  account: Account,
  step: Step,
  { id }: StepOutput,
  io: PlatformIo,
  version: string | undefined,
): Promise<void> {
  if (step.kind !== 'publish-container' || id === undefined) return;
  const call = {
    method: 'delete',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:media',
    version,
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseThreads(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
