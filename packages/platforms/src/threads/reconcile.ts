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
import { publicationVerdict } from '../meta/publication-verdict.ts';
import { platformError } from '../step-result.ts';
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
  let status = 'UNKNOWN';
  if (answer.outcome === 'answered') ({ status } = answer.body);
  else {
    const diagnosis = diagnoseThreads(answer, call, io);
    const { kind, message, retryAt } = diagnosis.failure;
    if (kind === 'auth-expired') throw platformError(diagnosis);
    if (kind !== 'gone') {
      return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
    }
  }
  const found = await findMatches(account, request, armedAt, io, version);
  if ('status' in found) return found;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  return publicationVerdict(
    status,
    found.filter(({ id }) => !claimed.has(id)),
    instant(io.clock.now() + patienceSeconds * 1000),
  );
}
