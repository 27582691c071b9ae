import {
  type Account,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { settlePublication } from '../meta/publication-verdict.ts';
import { diagnoseThreads } from './api.ts';
import { askContainer } from './container-status.ts';
import { findMatches } from './own-posts.ts';
import { PublishRequest } from './requests.ts';

/** Looks for the effect of a step: the container first, and then what the account shows. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  version: string | undefined,
): Promise<Reconciled> {
  if (step.kind !== 'publish-container') return unseen;
  const request = PublishRequest.parse(fillOutputs(step.request, outputs));
  return settlePublication({
    async ask() {
      const { call, answer } = await askContainer(account, request.creation_id, io, version);
      return answer.outcome === 'answered' ? answer.body.status : diagnoseThreads(answer, call, io);
    },
    find: () => findMatches(account, request, armedAt, io, version),
    claimed: new Set(Object.values(outputs).map(({ id }) => id)),
    clock: io.clock,
  });
}
