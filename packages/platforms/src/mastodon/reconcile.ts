import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { lookupVerdict, unseen } from '../lookup-verdict.ts';
import { fillOutputs } from '../output-reference.ts';
import { reconcileEdit } from './edit.ts';
import { ownStatuses } from './own-statuses.ts';
import { reconcileScheduled } from './reconcile-scheduled.ts';
import { PostRequest } from './requests.ts';
import { matchesStatus } from './status-match.ts';

/** Looks through the account's own posts for one that says the same and is young enough. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.kind === 'edit-status') return reconcileEdit(account, step, outputs, io);
  if (step.kind !== 'create-status') return unseen;
  const { body } = PostRequest.parse(fillOutputs(step.request, outputs));
  if (body.scheduled_at !== undefined) {
    const waiting = await reconcileScheduled(account, body, io);
    if (waiting) return waiting;
  }
  const own = await ownStatuses(account, epochMilliseconds(armedAt), io);
  if (typeof own === 'object' && 'status' in own) return own;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = own.filter((status) => !claimed.has(status.id) && matchesStatus(status, body));
  return lookupVerdict(
    matches.map(({ id, url }) => ({ id, url: url ?? undefined })),
    `the account's ${own.length} posts since then`,
  );
}
