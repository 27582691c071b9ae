import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { endedContainer } from '../meta/publication-verdict.ts';
import { Made } from '../meta/wire.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { askContainer } from './container-status.ts';
import { PublishRequest } from './requests.ts';

/** Publishes a container. */
export async function publishContainer(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult> {
  const { creation_id } = PublishRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: `/${encodeURIComponent(account.id)}/media_publish`,
    endpoint: '/:user/media_publish',
    form: { creation_id },
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callInstagram(account, call, io, instagram);
  if (answer.outcome === 'answered') {
    const { id } = answer.body;
    return done({ id }, `the server published the container ${creation_id} as ${id}`);
  }
  const diagnosis = diagnoseInstagram(answer, call, io);
  const { kind, code } = diagnosis.failure;
  const mayHaveEnded = kind === 'invalid' || code === expired;
  const ended = mayHaveEnded ? await end(account, creation_id, io, instagram) : undefined;
  return ended ?? failed(diagnosis);
}

const expired = '2207020';

async function end(
  account: Account,
  id: string,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult | undefined> {
  const { answer } = await askContainer(account, id, io, instagram);
  return endedContainer(id, answer.outcome === 'answered' ? answer.body.status_code : '');
}
