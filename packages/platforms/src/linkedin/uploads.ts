import type { Step, StepProgress, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { done, failed } from '../step-result.ts';
import { callLinkedIn, diagnoseLinkedIn } from './api.ts';
import { type FileKind, UploadRequest } from './requests.ts';
import { sendPart } from './upload-part.ts';
import { later, type Sending, UploadCheckpoint } from './upload-state.ts';
import { awaitFile } from './upload-status.ts';
import { Initialized, Nothing } from './wire.ts';

/** Announces a file, sends it in as many parts as it is told to, and waits until it is ready. */
export async function uploadMedia(
  step: Step,
  { checkpoint }: StepProgress,
  sending: Sending,
): Promise<StepResult> {
  const request = UploadRequest.parse(step.request);
  const at = UploadCheckpoint.safeParse(checkpoint).data;
  if (at?.phase === 'process') return awaitFile(at, sending);
  if (at?.phase === 'grace') {
    return done(
      { id: at.urn },
      'the file was sent, and had time; the account may not ask about it',
    );
  }
  if (at?.phase === 'finish') return finish(at, sending);
  const bytes = await openMediaBytes(request, sending.io);
  if ('status' in bytes) return bytes;
  return at ? sendPart(at, bytes, request.mimeType, sending) : begin(request.kind, bytes, sending);
}

async function begin(
  kind: FileKind,
  bytes: Uint8Array,
  { account, io, linkedIn, timeoutSeconds }: Sending,
): Promise<StepResult> {
  const film = { fileSizeBytes: bytes.length, uploadCaptions: false, uploadThumbnail: false };
  const call = {
    method: 'post',
    path: `/rest/${kind}s?action=initializeUpload`,
    endpoint: `/rest/${kind}s`,
    bucket: 'media',
    json: {
      initializeUploadRequest: { owner: account.id, ...(kind === 'video' && film) },
    },
    answer: Initialized,
    timeoutSeconds,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') return failed(diagnoseLinkedIn(answer, call, io));
  const { value } = answer.body;
  const whole = value.uploadUrl
    ? [{ uploadUrl: value.uploadUrl, firstByte: 0, lastByte: bytes.length - 1 }]
    : [];
  const parts = (value.uploadInstructions ?? whole).map(({ uploadUrl, firstByte, lastByte }) => ({
    url: uploadUrl,
    first: firstByte,
    last: lastByte,
  }));
  const urn = value[kind];
  if (urn === undefined || parts.length === 0) {
    const message = `POST /rest/${kind}s did not say where the file goes`;
    return { status: 'ambiguous', failure: { kind: 'unknown', message } };
  }
  const token = value.uploadToken ?? '';
  return later({ kind, urn, phase: 'send', parts, token, tags: [] }, 0, io);
}

async function finish(at: UploadCheckpoint, sending: Sending): Promise<StepResult> {
  const { account, io, linkedIn, timeoutSeconds } = sending;
  const call = {
    method: 'post',
    path: '/rest/videos?action=finalizeUpload',
    endpoint: '/rest/videos',
    bucket: 'media',
    json: {
      finalizeUploadRequest: { video: at.urn, uploadToken: at.token, uploadedPartIds: at.tags },
    },
    answer: Nothing,
    timeoutSeconds,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') return failed(diagnoseLinkedIn(answer, call, io));
  return awaitFile(at, sending);
}
