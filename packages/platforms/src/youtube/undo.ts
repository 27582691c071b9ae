import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callYouTube, diagnoseYouTube } from './api.ts';
import { Nothing } from './wire.ts';

const places: Readonly<Record<string, string>> = {
  'send-video': '/videos',
  'insert-comment': '/comments',
  'add-to-playlist': '/playlistItems',
  'insert-caption': '/captions',
};

/** Deletes a film, with everything that belongs to it, or a part of that alone. */
export async function undo(
  account: Account,
  { kind }: Step,
  { id }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  const path = places[kind];
  if (path === undefined || id === undefined) return;
  const call = {
    method: 'delete',
    path,
    search: { id },
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callYouTube(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseYouTube(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
