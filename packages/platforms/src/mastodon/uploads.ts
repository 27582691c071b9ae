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
import { done, failed, unanswered } from '../step-result.ts';
import { api, diagnoseApi } from './api.ts';
import { UploadRequest } from './requests.ts';
import { MediaAttachment, Nothing } from './wire.ts';

const Checkpoint = z.object({ id: z.string() });

// Films take a while; asking more often only spends the budget.
const pollSeconds = 5;

/** Sends a file, and asks from time to time whether the server is done with it. */
export async function uploadMedia(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const started = Checkpoint.safeParse(checkpoint).data;
  if (started) return poll(account, started.id, io);

  const { source, mimeType, description, focus, thumbnail } = UploadRequest.parse(step.request);
  const bytes = await openMediaBytes({ source, mimeType }, io);
  if ('status' in bytes) return bytes;
  const cover = thumbnail && (await openMediaBytes(thumbnail, io));
  if (cover && 'status' in cover) return cover;
  const form = new FormData();
  form.set('file', new File([bytes], `file.${mimeType.split('/')[1]}`, { type: mimeType }));
  if (description !== undefined) form.set('description', description);
  if (focus !== undefined) form.set('focus', focus);
  if (cover && thumbnail) {
    form.set('thumbnail', new File([cover], 'thumbnail', { type: thumbnail.mimeType }));
  }
  const call = {
    method: 'post',
    path: '/api/v2/media',
    bucket: 'media',
    body: form,
    answer: MediaAttachment,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseApi(answer, call, io));
  return uploaded(answer.status, answer.body.id, io);
}

async function poll(account: Account, id: string, io: PlatformIo): Promise<StepResult> {
  const call = {
    method: 'get',
    path: `/api/v1/media/${encodeURIComponent(id)}`,
    endpoint: '/api/v1/media/:id',
    // Only the status counts; while the file is being worked on, some servers send nothing else.
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome !== 'answered') return unanswered(diagnoseApi(answer, call, io));
  return uploaded(answer.status, id, io);
}

/** 202 and 206 say "not yet", in the answers to sending and to asking. */
function uploaded(status: number, id: string, io: PlatformIo): StepResult {
  if (status !== 202 && status !== 206) return done({ id }, `the server has the file as ${id}`);
  const notBefore = instant(io.clock.now() + pollSeconds * 1000);
  return { status: 'pending', checkpoint: { id }, notBefore };
}
