import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callLinkedIn, diagnoseLinkedIn, encodeUrn, type LinkedIn, readLinkedIn } from './api.ts';
import { encodeLittleText, plainWords } from './little-text.ts';
import { Nothing } from './wire.ts';

/** Deletes a post or a comment. Files that no post shows stay out of sight. */
export async function undo(
  account: Account,
  step: Step,
  { id }: StepOutput,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  if (id === undefined) return;
  if (step.kind === 'create-post') await remove(account, placeOf(id, account), io, linkedIn);
  if (step.kind === 'create-comment') await deleteComment(account, id, io, linkedIn);
}

/** Deletes a comment of ours, or anybody's under a post of ours. Twice is the same as once. */
export async function deleteComment(
  account: Account,
  id: string,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  await remove(account, placeOf(id, account), io, linkedIn);
}

interface Place {
  readonly path: string;
  readonly endpoint: string;
}

/** Where a post is, or a comment, whose name tells what it stands under: `urn:li:comment:(…,2)`. */
function placeOf(id: string, account: Account): Place {
  const { object, number } =
    /^urn:li:comment:\((?<object>.+),(?<number>\w+)\)$/.exec(id)?.groups ?? {};
  if (object === undefined || number === undefined) {
    return { path: `/rest/posts/${encodeUrn(id)}`, endpoint: '/rest/posts/:id' };
  }
  return {
    path: `/rest/socialActions/${encodeUrn(object)}/comments/${number}?actor=${encodeUrn(account.id)}`,
    endpoint: '/rest/socialActions/:id/comments/:id',
  };
}

async function remove(
  account: Account,
  where: Place,
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

/** Replaces the text of a post or of an own comment; nothing else can be changed. Twice is the same as once. */
export async function editText(
  account: Account,
  { id, text }: { readonly id: string; readonly text: string },
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<void> {
  const place = placeOf(id, account);
  const patch =
    place.endpoint === '/rest/posts/:id'
      ? { $set: { commentary: encodeLittleText(text) } }
      : { message: { $set: { text: plainWords(text) } } };
  const call = {
    ...place,
    method: 'post',
    partialUpdate: true,
    json: { patch },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  await readLinkedIn(account, call, io, linkedIn);
}
