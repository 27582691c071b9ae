import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { changeX } from './api.ts';
import { urlOf } from './post-address.ts';
import { DescribeRequest, PostBody } from './requests.ts';
import { uploadMedia } from './uploads.ts';
import { Created, Nothing } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('x', {
  'upload-media': uploadMedia,
  'describe-media': describeMedia,
  'create-post': createPost,
});

async function describeMedia(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { id, alt } = DescribeRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: '/2/media/metadata',
    bucket: 'descriptions',
    json: { id, metadata: { alt_text: { text: alt } } },
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return changeX(account, call, io, () => done({}, `the network knows what the file ${id} shows`));
}

async function createPost(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const call = {
    method: 'post',
    path: '/2/tweets',
    bucket: 'posts',
    json: PostBody.parse(fillOutputs(step.request, outputs)),
    answer: Created,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return changeX(account, call, io, ({ data: { id } }) =>
    done({ id, url: urlOf(id) }, `the server answered with the post ${id}`),
  );
}
