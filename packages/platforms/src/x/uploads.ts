import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { openMediaBytes } from '../media-bytes.ts';
import { done, unanswered } from '../step-result.ts';
import { callX, changeX, diagnoseX, type XCall } from './api.ts';
import { UploadRequest } from './requests.ts';
import { Nothing, Upload } from './wire.ts';

/** How far an upload in parts has come. */
const Checkpoint = z.object({
  id: z.string(),
  phase: z.enum(['append', 'process']),
  /** The part to send next. */
  segment: z.int().nonnegative().default(0),
});
type Checkpoint = z.infer<typeof Checkpoint>;

const segmentBytes = 4 * 1024 * 1024;

/** Sends a picture at once, and films and animations in parts: one request each time it runs. */
export async function uploadMedia(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = UploadRequest.parse(step.request);
  const at = Checkpoint.safeParse(checkpoint).data;
  if (at?.phase === 'process') return poll(account, at.id, io);
  const bytes = await openMediaBytes(request, io);
  if ('status' in bytes) return bytes;
  const upload = { account, request, bytes, io, timeoutSeconds: step.timeoutSeconds };
  if (request.category === 'tweet_image') return sendWhole(upload);
  if (!at) return begin(upload);
  return at.segment * segmentBytes < bytes.length ? append(upload, at) : finish(upload, at.id);
}

interface Sending {
  readonly account: Account;
  readonly request: UploadRequest;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly io: PlatformIo;
  readonly timeoutSeconds: number;
}

async function sendWhole({ account, request, bytes, io, timeoutSeconds }: Sending) {
  const body = new FormData();
  body.set('media', new File([bytes], 'media', { type: request.mimeType }));
  body.set('media_category', request.category);
  body.set('media_type', request.mimeType);
  const call = {
    method: 'post',
    path: '/2/media/upload',
    body,
    answer: Upload,
    timeoutSeconds,
  } as const;
  return changeX(account, call, io, (made) => processed(made, io));
}

async function begin({ account, request, bytes, io, timeoutSeconds }: Sending) {
  const call = {
    method: 'post',
    path: '/2/media/upload/initialize',
    json: {
      media_type: request.mimeType,
      media_category: request.category,
      total_bytes: bytes.length,
    },
    answer: Upload,
    timeoutSeconds,
  } as const;
  return changeX(account, call, io, ({ data: { id } }) =>
    later({ id, phase: 'append', segment: 0 }, 0, io),
  );
}

async function append(
  { account, bytes, io, timeoutSeconds }: Sending,
  { id, segment }: Checkpoint,
): Promise<StepResult> {
  const start = segment * segmentBytes;
  const body = new FormData();
  body.set('media', new File([bytes.slice(start, start + segmentBytes)], 'part'));
  body.set('segment_index', String(segment));
  const call = {
    method: 'post',
    path: `/2/media/upload/${encodeURIComponent(id)}/append`,
    endpoint: '/2/media/upload/:id/append',
    body,
    answer: Nothing,
    timeoutSeconds,
  } as const;
  return changeX(account, call, io, () =>
    later({ id, phase: 'append', segment: segment + 1 }, 0, io),
  );
}

async function finish({ account, io, timeoutSeconds }: Sending, id: string): Promise<StepResult> {
  const call = {
    method: 'post',
    path: `/2/media/upload/${encodeURIComponent(id)}/finalize`,
    endpoint: '/2/media/upload/:id/finalize',
    answer: Upload,
    timeoutSeconds,
  } as const;
  return changeX(account, call, io, (made) => processed(made, io));
}

async function poll(account: Account, id: string, io: PlatformIo): Promise<StepResult> {
  const call: XCall<Upload> = {
    method: 'get',
    path: '/2/media/upload',
    search: { command: 'STATUS', media_id: id },
    answer: Upload,
    timeoutSeconds: 30,
  };
  const answer = await callX(account, call, io);
  if (answer.outcome !== 'answered') return unanswered(diagnoseX(answer, call, io));
  return processed(answer.body, io);
}

function processed({ data: { id, processing_info: info } }: Upload, io: PlatformIo): StepResult {
  if (!info || info.state === 'succeeded') return done({ id }, `the server has the file as ${id}`);
  if (info.state !== 'failed')
    return later({ id, phase: 'process', segment: 0 }, info.check_after_secs ?? 5, io);
  const message = `The file could not be prepared: ${info.error?.message ?? 'no reason was given'}`;
  return {
    status: 'rejected',
    failure: {
      kind: 'invalid',
      message,
      ...(info.error?.name !== undefined && { code: info.error.name }),
      hint: 'Convert it to MP4 with H.264 and AAC.',
    },
  };
}

function later(checkpoint: Checkpoint, seconds: number, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + seconds * 1000) };
}
