import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { endedContainer } from '../meta/publication-verdict.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { callThreads, diagnoseThreads } from './api.ts';
import { askContainer } from './container-status.ts';
import { createContainer } from './containers.ts';
import { PublishRequest } from './requests.ts';
import { Made } from './wire.ts';

/** Runs one step. */
export const run = stepRunner<[version: string | undefined]>('threads', {
  'create-container': createContainer,
  'publish-container': publishContainer,
});

async function publishContainer(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  version: string | undefined,
): Promise<StepResult> {
  const { creation_id } = PublishRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(account.id)}/threads_publish`,
    endpoint: '/:user/threads_publish',
    form: { creation_id },
    version,
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callThreads(account, call, io);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseThreads(answer, call, io);
    const ended =
      diagnosis.failure.kind === 'invalid'
        ? await end(account, creation_id, io, version)
        : undefined;
    return ended ?? failed(diagnosis);
  }
  const { id } = answer.body;
  return done({ id }, `the server published the container ${creation_id} as ${id}`);
}

async function end(
  account: Account,
  id: string,
  io: PlatformIo,
  version: string | undefined,
): Promise<StepResult | undefined> {
  const { answer } = await askContainer(account, id, io, version);
  return endedContainer(id, answer.outcome === 'answered' ? answer.body.status : '');
}
