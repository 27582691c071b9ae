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
import { platformError } from '../step-result.ts';
import { diagnoseThreads } from './api.ts';
import { askContainer } from './container-status.ts';
import { findMatches } from './own-posts.ts';
import { PublishRequest } from './requests.ts';
import type { Post } from './wire.ts';

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
  return verdict(
    status,
    found.filter(({ id }) => !claimed.has(id)),
    instant(io.clock.now() + patienceSeconds * 1000),
  );
}

const unpublished = new Set(['FINISHED', 'ERROR', 'EXPIRED']);

function verdict(status: string, matches: readonly Post[], retryAt: Instant): Reconciled {
  const [match] = matches;
  if (matches.length === 1 && match && status === 'PUBLISHED') {
    const { id, permalink: url } = match;
    return {
      status: 'applied',
      output: { id, ...(url !== undefined && { url }) },
      evidence: { statement: `the container is published, and the post ${id} says the same` },
    };
  }
  if (!match && unpublished.has(status)) {
    const statement = `the container is ${status}, and no post since then says the same`;
    return { status: 'absent', evidence: { statement } };
  }
  const why = `the container is ${status}, and ${matches.length} posts say the same`;
  return { status: 'inconclusive', why, retryAt };
}
