import {
  type Account,
  type Instant,
  instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { publicationVerdict, silentContainer } from '../meta/publication-verdict.ts';
import { diagnoseThreads } from './api.ts';
import { askContainer } from './container-status.ts';
import { findMatches } from './own-posts.ts';
import { PublishRequest } from './requests.ts';

// Lists lag behind containers for a while.
const patienceSeconds = 60;

/**
 * Asks the container whether it was published, and the account's own posts as which one. The two
 * must agree; where they do not, nobody can tell yet.
 */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  version: string | undefined,
): Promise<Reconciled> {
  if (step.kind !== 'publish-container') {
    const statement = 'nobody sees a container, and another may be made';
    return { status: 'absent', evidence: { statement } };
  }
  const request = PublishRequest.parse(fillOutputs(step.request, outputs));
  const { call, answer } = await askContainer(account, request.creation_id, io, version);
  const status =
    answer.outcome === 'answered'
      ? answer.body.status
      : silentContainer(diagnoseThreads(answer, call, io));
  if (typeof status !== 'string') return status;
  const found = await findMatches(account, request, armedAt, io, version);
  if ('status' in found) return found;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  return publicationVerdict(
    status,
    found.filter(({ id }) => !claimed.has(id)),
    instant(io.clock.now() + patienceSeconds * 1000),
  );
}
