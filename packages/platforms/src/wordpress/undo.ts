import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import type { WordPressSettings } from './settings.ts';
import { Nothing } from './wire.ts';

const CommentData = z.object({ comment: z.int() });

/**
 * Puts a post into the trash, from where a person can bring it back; deletes a comment, and a file,
 * for which there is no trash.
 */
export async function undo(
  account: Account,
  { kind }: Step,
  { id, data }: StepOutput,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<void> {
  if (id === undefined) return;
  const comment = CommentData.safeParse(data).data?.comment;
  if (kind === 'create-draft' || kind === 'publish-post') {
    await remove(account, { collection: 'posts', id, force: false }, io, settings);
  } else if (kind === 'upload-media') {
    await remove(account, { collection: 'media', id, force: true }, io, settings);
  } else if (kind === 'create-comment' && comment !== undefined) {
    const where = { collection: 'comments', id: String(comment), force: true };
    await remove(account, where, io, settings);
  }
}

/** Deletes something; gone already is what was asked for. */
export async function remove(
  account: Account,
  { collection, id, force }: { collection: string; id: string; force: boolean },
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<void> {
  const call = {
    method: 'delete',
    path: `/${collection}/${encodeURIComponent(id)}`,
    endpoint: `/${collection}/:id`,
    search: { force },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseWordPress(answer, call, io);
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
