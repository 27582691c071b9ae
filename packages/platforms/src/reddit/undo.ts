import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { reddit } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post or a comment; twice is the same as once. What was edited stays as it is. */
export async function undo(
  account: Account,
  { kind }: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if ((kind !== 'submit' && kind !== 'comment') || id === undefined) return;
  await change(account, '/api/del', { id }, io);
}

/** Changes something of which nobody waits for an answer. */
export async function change(
  account: Account,
  path: string,
  fields: Readonly<Record<string, string>>,
  io: PlatformIo,
): Promise<void> {
  const call = {
    method: 'post',
    path,
    body: new URLSearchParams(fields),
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await reddit.call(account, call, io);
  if (answer.outcome !== 'answered') throw platformError(reddit.diagnose(answer, call, io));
}
