import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
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
  if (step.kind !== 'create-status') {
    return {
      status: 'absent',
      evidence: { statement: 'nobody sees this step, and it may be repeated' },
    };
  }
  const { body } = PostRequest.parse(fillOutputs(step.request, outputs));
  if (body.scheduled_at !== undefined) {
    const waiting = await reconcileScheduled(account, body, io);
    if (waiting) return waiting;
  }
  const own = await ownStatuses(account, epochMilliseconds(armedAt), io);
  if (typeof own === 'object' && 'status' in own) return own;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const matches = own.filter((status) => !claimed.has(status.id) && matchesStatus(status, body));
  const [match] = matches;
  if (!match) {
    return {
      status: 'absent',
      evidence: {
        statement: `none of the account's ${own.length} posts since then says the same`,
      },
    };
  }
  if (matches.length > 1) {
    const ids = matches.map(({ id }) => id).join(', ');
    return { status: 'inconclusive', why: `${matches.length} posts say the same: ${ids}` };
  }
  return {
    status: 'applied',
    output: { id: match.id, ...(match.url && { url: match.url }) },
    evidence: {
      statement: `the account's post ${match.id} of ${match.created_at} says the same`,
    },
  };
}
