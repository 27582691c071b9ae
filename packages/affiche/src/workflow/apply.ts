import { ConfigurationError } from '@affiche/core';
import type { Plan, PlannedKind } from '@affiche/publish';
import { readProposal, writeCalendar } from '../project/memory.ts';
import type { Publishing } from '../project/workshop.ts';

/** What a person gives back to approve exactly the plan that was shown: the start of its hash. */
export function approvalCode({ hash }: Pick<Plan, 'hash'>): string {
  return hash.slice(0, 12);
}

/** Whether a plan would change anything. */
export function isWaiting({ changes }: Pick<Plan, 'changes'>): boolean {
  return changes.some(({ kind }) => kind !== 'keep' && kind !== 'locked');
}

/**
 * Makes the changes of the plan that was shown last, if `approval` is its code.
 *
 * @throws ConfigurationError `no-plan`, `approval-wrong`, `plan-has-errors`, and what `apply` of the publisher throws.
 */
export async function applyProposal(
  { project, publisher }: Publishing,
  { approval, approvedBy }: { readonly approval: string; readonly approvedBy: string },
): Promise<Record<PlannedKind, number>> {
  const proposal = await readProposal(project);
  if (!proposal) {
    throw new ConfigurationError('no-plan', {
      message: 'There is no plan to approve',
      hint: 'Make one with "affiche plan", and look at it.',
    });
  }
  if (approval !== approvalCode(proposal.plan)) {
    throw new ConfigurationError('approval-wrong', {
      message: `"${approval}" does not approve the plan that was made last`,
      hint: 'Look at it with "affiche plan"; the last line names the code that approves it.',
    });
  }
  if (proposal.errors > 0) {
    throw new ConfigurationError('plan-has-errors', {
      message: `The plan has ${proposal.errors} ${proposal.errors === 1 ? 'error' : 'errors'}`,
      hint: 'Mend what "affiche check" lists, and plan again.',
    });
  }
  const counts = await publisher.apply(proposal.plan, { approvedBy });
  await writeCalendar(project, proposal.calendar);
  return counts;
}
