import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { reddit } from './api.ts';
import { addressOf } from './own-things.ts';
import { CommentRequest, EditRequest } from './requests.ts';
import { submit } from './submit.ts';
import { upload } from './uploads.ts';
import { Commented } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('reddit', {
  upload,
  submit,
  comment: (account, step, progress, io) => {
    const { parent, text } = CommentRequest.parse(fillOutputs(step.request, progress.outputs));
    return write(account, step, { path: '/api/comment', thing: parent, text }, io);
  },
  edit: (account, step, progress, io) => {
    const { id, text } = EditRequest.parse(fillOutputs(step.request, progress.outputs));
    return write(account, step, { path: '/api/editusertext', thing: id, text }, io);
  },
} satisfies Record<
  string,
  (account: Account, step: Step, progress: StepProgress, io: PlatformIo) => Promise<StepResult>
>);

async function write(
  account: Account,
  { timeoutSeconds }: Step,
  { path, thing, text }: { readonly path: string; readonly thing: string; readonly text: string },
  io: PlatformIo,
): Promise<StepResult> {
  const call = {
    method: 'post',
    path,
    body: new URLSearchParams({ api_type: 'json', thing_id: thing, text }),
    answer: Commented,
    timeoutSeconds,
  } as const;
  const answer = await reddit.call(account, call, io);
  if (answer.outcome !== 'answered') return failed(reddit.diagnose(answer, call, io));
  const [made] = answer.body.json.data.things;
  const name = made?.data.name ?? thing;
  const url = made && addressOf(made.data);
  return done({ id: name, ...(url && { url }) }, `the server answered with ${name}`);
}
