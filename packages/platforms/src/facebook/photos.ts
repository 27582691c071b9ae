import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { Made } from '../meta/wire.ts';
import { done } from '../step-result.ts';
import { attempt, pathOf, type Setup } from './api.ts';
import { PhotoRequest } from './requests.ts';

/** Sends a picture that nobody sees until a post shows it. */
export async function uploadPhoto(
  account: Account,
  step: Step,
  _progress: StepProgress,
  io: PlatformIo,
  { version }: Setup,
): Promise<StepResult> {
  const request = PhotoRequest.parse(step.request);
  const form = new FormData();
  form.set('published', 'false');
  if (request.temporary) form.set('temporary', 'true');
  if (request.alt) form.set('alt_text_custom', request.alt);
  if (request.url === undefined) {
    const bytes = await openMediaBytes(request, io);
    if ('status' in bytes) return bytes;
    form.set('source', new Blob([bytes], { type: request.mimeType }), 'photo');
  } else {
    form.set('url', request.url);
  }
  const call = {
    method: 'post',
    path: pathOf(account.id, 'photos'),
    endpoint: '/:page/photos',
    form,
    version,
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, ({ id }) =>
    done({ id }, `the server keeps the picture ${id}, which nobody sees yet`),
  );
}
