import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { Nothing } from '../meta/wire.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { PostRequest } from './requests.ts';
import { unlessPassing } from './optional-answer.ts';
import { Medium } from './wire.ts';

/** Asks where people see a post: publishing tells its number only. */
export async function readPermalink(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult> {
  const { id, call } = about(step, outputs);
  const question = {
    ...call,
    method: 'get',
    search: { fields: 'id,permalink,timestamp' },
  } as const;
  const answer = await callInstagram(account, { ...question, answer: Medium }, io, instagram);
  if (answer.outcome !== 'answered') {
    return unlessPassing(diagnoseInstagram(answer, question, io), { id });
  }
  const { permalink: url } = answer.body;
  return done({ id, ...(url !== undefined && { url }) }, `the post ${id} is there`);
}

/** Lets nobody comment any more. Twice is the same as once. */
export async function closeComments(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult> {
  const { id, call } = about(step, outputs);
  const change = { ...call, method: 'post', form: { comment_enabled: 'false' } } as const;
  const answer = await callInstagram(account, { ...change, answer: Nothing }, io, instagram);
  if (answer.outcome !== 'answered') return failed(diagnoseInstagram(answer, change, io));
  return done({ id }, `nobody can comment on the post ${id}`);
}

/** The post that a step is about, and where it is. */
function about({ request, timeoutSeconds }: Step, outputs: StepProgress['outputs']) {
  const { id } = PostRequest.parse(fillOutputs(request, outputs));
  return { id, call: { path: `/${encodeURIComponent(id)}`, endpoint: '/:media', timeoutSeconds } };
}
