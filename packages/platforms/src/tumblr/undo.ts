import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { ofBlog, tumblr } from './api.ts';
import { Nothing } from './wire.ts';

/** Deletes a post, or takes it out of the queue. What was edited stays as it is. */
export async function undo(
  account: Account,
  { kind }: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  if (kind !== 'create-post' || id === undefined) return;
  const call = {
    method: 'post',
    ...ofBlog(account.id, 'post/delete'),
    body: new URLSearchParams({ id }),
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await tumblr.call(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = tumblr.diagnose(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
