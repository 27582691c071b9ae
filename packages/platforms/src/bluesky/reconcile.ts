import {
  type Account,
  canonicalJson,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { unseen } from '../lookup-verdict.ts';
import { platformError } from '../step-result.ts';
import { readPost } from './post-lookup.ts';
import { filled, outputOfRecord, repositoryOf } from './put-record.ts';

/** Looks for the record under its own key: there is exactly one place where it can be. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  _armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.kind !== 'put-post' && step.kind !== 'put-gate') return unseen;
  const { collection, rkey, record } = filled(step, outputs);
  const uri = `at://${repositoryOf(account, io)}/${collection}/${rkey}`;
  const found = await readPost(account, uri, io);
  if ('failure' in found) {
    // Whoever asked can log in again and ask once more.
    if (found.failure.kind === 'auth-expired') throw platformError(found);
    const { message, retryAt } = found.failure;
    return { status: 'inconclusive', why: message, ...(retryAt && { retryAt }) };
  }
  if (!found.value) {
    return { status: 'absent', evidence: { statement: `the server has no record ${uri}` } };
  }
  if (!found.post || canonicalJson(found.value) !== canonicalJson(record)) {
    return { status: 'inconclusive', why: `another record is stored under ${uri}` };
  }
  return {
    status: 'applied',
    output: outputOfRecord(found.post),
    evidence: { statement: `the server has ${uri}, word for word`, facts: { ...found.post } },
  };
}
