import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { send } from '../http.ts';
import { openMediaBytes } from '../media-bytes.ts';
import { isTrustworthy, serverOrigin } from '../origin.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed, refused, unanswered } from '../step-result.ts';
import { callTikTok, diagnoseTikTok } from './api.ts';
import { readCheckpoint } from './checkpoint.ts';
import { chunkAt, planChunks } from './chunks.ts';
import { askStatus, resultOf } from './publish-status.ts';
import { SendRequest, UploadRequest } from './requests.ts';
import { Begun, Nothing } from './wire.ts';

/** Announces a film; TikTok gives it a number and an address that is good for an hour. */
export async function beginUpload(
  account: Account,
  step: Step,
  _progress: StepProgress,
  io: PlatformIo,
  chunkBytes: number,
): Promise<StepResult> {
  const { inbox, info, ...file } = UploadRequest.parse(step.request);
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const { size, chunkSize, count } = planChunks(bytes.length, chunkBytes);
  const call = {
    method: 'post',
    path: `/v2/post/publish/${inbox ? 'inbox/' : ''}video/init/`,
    bucket: 'inits',
    json: {
      ...(!inbox && { post_info: info }),
      source_info: {
        source: 'FILE_UPLOAD',
        video_size: size,
        chunk_size: chunkSize,
        total_chunk_count: count,
      },
    },
    answer: Begun,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callTikTok(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseTikTok(answer, call, io));
  const { publish_id: id, upload_url: url } = answer.body.data;
  if (url === undefined) {
    const message = `POST ${call.path} did not say where the film goes`;
    return { status: 'ambiguous', failure: { kind: 'unknown', message } };
  }
  return done({ id, data: { url, chunkSize, count } }, `TikTok waits for the film as ${id}`);
}

/** Sends a film chunk by chunk, and waits until TikTok has published it. */
export async function sendVideo(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = SendRequest.parse(fillOutputs(step.request, outputs));
  const at = readCheckpoint(checkpoint);
  if (at?.phase === 'ask') return ask(account, step, request, at.asked, io);
  const sent = at?.sent ?? 0;
  if (!isTrustworthy(request.url, serverOrigin(account, 'open.tiktokapis.com'))) {
    return refused(
      'The server wants the film at an address that is not safe',
      'See whether account.host is the server that you mean.',
    );
  }
  const bytes = await openMediaBytes(request, io);
  if ('status' in bytes) return bytes;
  const plan = { size: bytes.length, chunkSize: request.chunkSize, count: request.count };
  const [first, last] = chunkAt(plan, sent);
  const answer = await send(
    {
      method: 'put',
      url: request.url,
      headers: {
        'content-type': request.mimeType,
        'content-range': `bytes ${first}-${last}/${plan.size}`,
      },
      body: bytes.slice(first, last + 1),
      answer: Nothing,
      timeoutSeconds: step.timeoutSeconds,
    },
    io,
  );
  if (answer.outcome === 'answered') return goOn(last + 1, plan.size, request, io);
  const diagnosis = diagnoseTikTok(answer, { method: 'put', path: '/video/' }, io);
  // It may have the chunk already, from a time whose answer was lost.
  return answer.outcome === 'refused' && answer.status !== 429
    ? ((await catchUp(account, request, { sent, size: plan.size }, io)) ?? failed(diagnosis))
    : failed(diagnosis);
}

function goOn(
  sent: number,
  size: number,
  { publishId }: SendRequest,
  { clock }: PlatformIo,
): StepResult {
  const checkpoint = sent < size ? { phase: 'send', sent } : { phase: 'ask', publishId, asked: 0 };
  return { status: 'pending', checkpoint, notBefore: instant(clock.now()) };
}

/** Where TikTok stands, if that is further than we thought. */
async function catchUp(
  account: Account,
  request: SendRequest,
  { sent, size }: { readonly sent: number; readonly size: number },
  io: PlatformIo,
): Promise<StepResult | undefined> {
  const status = await askStatus(account, request.publishId, io);
  if ('failure' in status) return undefined;
  const { uploaded_bytes: uploaded = 0 } = status;
  if (status.status !== 'PROCESSING_UPLOAD') {
    return resultOf(status, { ...request, asked: 0 }, io);
  }
  return uploaded > sent ? goOn(uploaded, size, request, io) : undefined;
}

async function ask(
  account: Account,
  { timeoutSeconds }: Step,
  request: SendRequest,
  asked: number,
  io: PlatformIo,
): Promise<StepResult> {
  const status = await askStatus(account, request.publishId, io, timeoutSeconds);
  return 'failure' in status ? unanswered(status) : resultOf(status, { ...request, asked }, io);
}
