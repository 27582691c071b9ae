import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { done, failed } from '../step-result.ts';
import { callYouTube, diagnoseYouTube } from './api.ts';
import { SessionRequest } from './requests.ts';
import { Nothing } from './wire.ts';

/** Announces a film. The address of the session that is opened is the handle of everything after it. */
export async function startSession(
  account: Account,
  step: Step,
  _progress: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { body, notify, ...file } = SessionRequest.parse(step.request);
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const call = {
    method: 'post',
    upload: true,
    path: '/videos',
    search: { uploadType: 'resumable', part: 'snippet,status', notifySubscribers: notify },
    headers: {
      'x-upload-content-length': String(bytes.length),
      'x-upload-content-type': file.mimeType,
    },
    json: body,
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callYouTube(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseYouTube(answer, call, io));
  const url = answer.headers.get('location') ?? '';
  if (url === '') {
    const message = 'POST /videos did not say where the film goes';
    return { status: 'ambiguous', failure: { kind: 'unknown', message } };
  }
  const data = { url, begunAt: instant(io.clock.now()) };
  return done({ data }, 'YouTube opened a session for the film');
}
