import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callLinkedIn, diagnoseLinkedIn, encodeUrn, type LinkedIn } from './api.ts';
import { encodeLittleText } from './little-text.ts';
import { Nothing } from './wire.ts';

const CommentData = z.object({ object: z.string(), number: z.string() });

/** Deletes a post or a comment. Files that no post shows stay out of sight. */
export async function undo(
  account: Account,
  step: Step,
  { id, data }: StepOutput,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  if (step.kind === 'create-post' && id !== undefined) {
    const path = `/rest/posts/${encodeUrn(id)}`;
    return remove(account, { path, endpoint: '/rest/posts/:id' }, io, linkedIn);
  }
  const comment = CommentData.safeParse(data).data;
  if (step.kind !== 'create-comment' || !comment) return;
  const path = `/rest/socialActions/${encodeUrn(comment.object)}/comments/${encodeUrn(comment.number)}?actor=${encodeUrn(account.id)}`;
  await remove(account, { path, endpoint: '/rest/socialActions/:id/comments/:id' }, io, linkedIn);
}

async function remove(
  account: Account,
  where: { readonly path: string; readonly endpoint: string },
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  const call = { ...where, method: 'delete', answer: Nothing, timeoutSeconds: 30 } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseLinkedIn(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}

/** Replaces the text of a post; nothing else of it can be changed. Twice is the same as once. */
export async function editText(
  account: Account,
  { id, text }: { readonly id: string; readonly text: string },
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  const call = {
    method: 'post',
    path: `/rest/posts/${encodeUrn(id)}`,
    endpoint: '/rest/posts/:id',
    partialUpdate: true,
    json: { patch: { $set: { commentary: encodeLittleText(text) } } },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') throw platformError(diagnoseLinkedIn(answer, call, io));
}
