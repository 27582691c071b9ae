import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { send } from '../http.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { isTrustworthy, serverOrigin } from '../origin.ts';
import { done, failed, refused, unanswered } from '../step-result.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { File } from './requests.ts';
import { MediaState, MediaUpload, Nothing } from './wire.ts';

const Checkpoint = z.discriminatedUnion('phase', [
  z.object({
    phase: z.literal('send'),
    id: z.string(),
    url: z.string(),
    fields: z.record(z.string(), z.string()),
  }),
  z.object({ phase: z.literal('process'), id: z.string(), asked: z.int().nonnegative() }),
]);
type Checkpoint = z.infer<typeof Checkpoint>;

const pollSeconds = 5;
// Ten minutes: a film that takes longer is sent again.
const mostQuestions = 120;

/** Registers a film, sends it to where it is wanted, and waits until Pinterest has worked on it. */
export async function uploadVideo(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const at = Checkpoint.safeParse(checkpoint).data;
  if (!at) return register(account, step, io);
  return at.phase === 'process' ? ask(account, at, io) : sendFile(account, step, at, io);
}

async function register(account: Account, step: Step, io: PlatformIo): Promise<StepResult> {
  const call = {
    method: 'post',
    path: '/media',
    json: { media_type: 'video' },
    answer: MediaUpload,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callPinterest(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnosePinterest(answer, call, io));
  const { media_id: id, upload_url: url, upload_parameters: fields } = answer.body;
  return later({ phase: 'send', id, url, fields }, 0, io);
}

async function sendFile(
  account: Account,
  { request, timeoutSeconds }: Step,
  { id, url, fields }: Extract<Checkpoint, { phase: 'send' }>,
  io: PlatformIo,
): Promise<StepResult> {
  if (!isTrustworthy(url, serverOrigin(account, 'api.pinterest.com'))) {
    return refused(
      'The server wants the film at an address that is not safe',
      'See whether account.host is the server that you mean.',
    );
  }
  const file = File.parse(request);
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const form = new FormData();
  // The store reads what it is told before the file, and ignores what comes after.
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([bytes], { type: file.mimeType }), 'video');
  const answer = await send(
    { method: 'post', url, body: form, answer: Nothing, timeoutSeconds },
    io,
  );
  if (answer.outcome !== 'answered') {
    return failed(diagnosePinterest(answer, { method: 'post', path: '/media-upload' }, io));
  }
  return later({ phase: 'process', id, asked: 0 }, 0, io);
}

async function ask(
  account: Account,
  { id, asked }: Extract<Checkpoint, { phase: 'process' }>,
  io: PlatformIo,
): Promise<StepResult> {
  const call = {
    method: 'get',
    path: `/media/${encodeURIComponent(id)}`,
    endpoint: '/media/:media',
    answer: MediaState,
    timeoutSeconds: 30,
  } as const;
  const answer = await callPinterest(account, call, io);
  if (answer.outcome !== 'answered') return unanswered(diagnosePinterest(answer, call, io));
  const { status } = answer.body;
  if (status === 'succeeded') return done({ id }, `the server has the film as ${id}`);
  if (status !== 'failed' && asked < mostQuestions) {
    return later({ phase: 'process', id, asked: asked + 1 }, pollSeconds, io);
  }
  return refused(
    'Pinterest could not prepare the film',
    'Convert it to MP4 with H.264 and AAC, and try again.',
  );
}

function later(checkpoint: Checkpoint, seconds: number, { clock }: PlatformIo): StepResult {
  return { status: 'pending', checkpoint, notBefore: instant(clock.now() + seconds * 1000) };
}
