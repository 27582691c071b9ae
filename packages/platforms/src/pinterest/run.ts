import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { callPinterest, diagnosePinterest } from './api.ts';
import { mediaSourceOf } from './media-source.ts';
import { PinRequest } from './requests.ts';
import { uploadVideo } from './uploads.ts';
import { Pin } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('pinterest', {
  'upload-video': uploadVideo,
  'create-pin': createPin,
});

async function createPin(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { body, shown } = PinRequest.parse(fillOutputs(step.request, outputs));
  const media = await mediaSourceOf(shown, io);
  if ('status' in media) return media;
  const call = {
    method: 'post',
    path: '/pins',
    json: { ...body, media_source: media.source },
    answer: Pin,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callPinterest(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnosePinterest(answer, call, io));
  const { id } = answer.body;
  return done({ id, url: pinUrl(id) }, `the server answered with the pin ${id}`);
}

/** Where people see a pin. */
export function pinUrl(id: string): string {
  return `https://www.pinterest.com/pin/${id}/`;
}
