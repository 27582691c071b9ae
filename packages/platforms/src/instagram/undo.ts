import {
  type Account,
  PlatformError,
  type PlatformIo,
  type Step,
  type StepOutput,
} from '@affiche/core';
import { Nothing } from '../meta/wire.ts';
import { platformError } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';

/**
 * Deletes a comment. Posts can be deleted in the network's own app only, and messages nowhere.
 *
 * @throws {@link PlatformError} `platform-call-failed` for a post or a message, which stands.
 */
export async function undo(
  account: Account,
  step: Step,
  { id }: StepOutput,
  io: PlatformIo,
  instagram: Instagram,
): Promise<void> {
  if (id === undefined || step.visibility === 'none') return;
  if (step.kind === 'publish-container') throw cannotDelete(`The post ${id}`);
  if (step.visibility === 'private') throw cannotDelete(`The message ${id}`);
  await deleteComment(account, id, io, instagram);
}

/** Deletes a comment of ours, or anybody's under our posts. Twice is the same as once. */
export async function deleteComment(
  account: Account,
  id: string,
  io: PlatformIo,
  instagram: Instagram,
): Promise<void> {
  const call = {
    method: 'delete',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:comment',
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseInstagram(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}

function cannotDelete(what: string): PlatformError<'platform-call-failed'> {
  const message = `${what} cannot be deleted: Instagram offers that to no program`;
  const hint = 'Delete it in the app, by hand.';
  return new PlatformError('platform-call-failed', {
    message,
    hint,
    details: { failure: { kind: 'permission', message, hint } },
  });
}
