import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { api, diagnoseApi } from './api.ts';
import { editStatus } from './edit.ts';
import { findStatus } from './find-status.ts';
import { PostRequest } from './requests.ts';
import { uploadMedia } from './uploads.ts';
import { CreatedStatus } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('mastodon', {
  'upload-media': uploadMedia,
  'create-status': createStatus,
  'edit-status': editStatus,
  'find-status': findStatus,
});

async function createStatus(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { idempotencyKey, body } = PostRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: '/api/v1/statuses',
    json: body,
    idempotencyKey,
    answer: CreatedStatus,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await api(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseApi(answer, call, io));
  const created = answer.body;
  if ('scheduled_at' in created) {
    return done(
      { id: created.id, data: { scheduledAt: created.scheduled_at } },
      `the server keeps the post until ${created.scheduled_at}`,
    );
  }
  return done(
    { id: created.id, ...(created.url && { url: created.url }) },
    body.scheduled_at === undefined
      ? `the server answered with the post ${created.id}`
      : `the server was asked to wait until ${body.scheduled_at}, and posted ${created.id} at once`,
  );
}
