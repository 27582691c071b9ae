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
  const { id } = PostRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'get',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:media',
    search: { fields: 'id,permalink,timestamp' },
    answer: Medium,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered')
    return unlessPassing(diagnoseInstagram(answer, call, io), { id });
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
  const { id } = PostRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(id)}`,
    endpoint: '/:media',
    form: { comment_enabled: 'false' },
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome !== 'answered') return failed(diagnoseInstagram(answer, call, io));
  return done({ id }, `nobody can comment on the post ${id}`);
}
