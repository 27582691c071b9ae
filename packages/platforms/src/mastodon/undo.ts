import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { api, diagnoseApi } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post, or takes back one that the server keeps for later. Unused files it forgets itself. */
export async function undo(
  account: Account,
  step: Step,
  { id, data }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (step.kind !== 'create-status' || id === undefined) return;
  const waits = data !== null && typeof data === 'object' && 'scheduledAt' in data;
  const collection = waits ? '/api/v1/scheduled_statuses' : '/api/v1/statuses';
  const call = {
    method: 'delete',
    path: `${collection}/${encodeURIComponent(id)}`,
    endpoint: `${collection}/:id`,
    bucket: 'deletes',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseApi(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
