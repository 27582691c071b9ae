import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { toBase64 } from '../base64.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { done, failed, refused } from '../step-result.ts';
import { snapchat } from './api.ts';
import { encryptMedia, mediaKey } from './encryption.ts';
import { snapchatLimits } from './limits.ts';
import { UploadRequest } from './requests.ts';
import { MediaPlace, Nothing } from './wire.ts';

const Checkpoint = z.object({
  id: z.string(),
  add: z.string(),
  finalize: z.string(),
  sent: z.int(),
});
type Checkpoint = z.infer<typeof Checkpoint>;

/** Makes a place for a file, brings it there locked and in parts, and closes it. */
export async function upload(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const file = UploadRequest.parse(step.request);
  const key = await mediaKey(file.name, io);
  const place = Checkpoint.safeParse(checkpoint).data;
  const path = `/v1/public_profiles/${account.id}/media`;
  if (!place) {
    const json = {
      type: file.mimeType.startsWith('video/') ? 'VIDEO' : 'IMAGE',
      name: file.name,
      key: toBase64(key.key),
      iv: toBase64(key.iv),
    };
    const call = {
      method: 'post',
      path,
      endpoint: '/v1/public_profiles/:profile/media',
      json,
      answer: MediaPlace,
      timeoutSeconds: step.timeoutSeconds,
    } as const;
    const answer = await snapchat.call(account, call, io);
    if (answer.outcome !== 'answered') return failed(snapchat.diagnose(answer, call, io));
    const { media_id: id, add_path: add, finalize_path: finalize } = answer.body;
    return later({ id, add, finalize, sent: 0 }, io);
  }
  // A path, and never another server.
  if (![place.add, place.finalize].every((each) => /^\/[^/\\]/.test(each))) {
    return refused('Snapchat named no path for the file', 'Try again later.');
  }
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const locked = await encryptMedia(bytes, key);
  const { value: size } = snapchatLimits().partBytes;
  const parts = Math.ceil(locked.length / size);
  const form = new FormData();
  const last = place.sent >= parts;
  form.append('action', last ? 'FINALIZE' : 'ADD');
  if (!last) {
    form.append('part_number', String(place.sent + 1));
    const start = place.sent * size;
    form.append('file', new Blob([locked.slice(start, start + size)]), 'part');
  }
  const call = {
    method: 'post',
    path: last ? place.finalize : place.add,
    endpoint: '/v1/public_profiles/:profile/media/:media/multipart-upload',
    body: form,
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await snapchat.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(snapchat.diagnose(answer, call, io));
  if (!last) return later({ ...place, sent: place.sent + 1 }, io);
  return done({ id: place.id }, `the server has the file as ${place.id}`);
}

function later(checkpoint: Checkpoint, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now()) };
}
