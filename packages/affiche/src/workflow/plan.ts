import { ConfigurationError, type Finding } from '@affiche/core';
import { countChanges, type Plan, type PlannedKind } from '@affiche/publish';
import { readProposal, writeCalendar, writeProposal } from '../project/memory.ts';
import type { Workshop } from '../project/workshop.ts';
import { type MadeCalendar, makeCalendar } from './make-calendar.ts';

/** A plan that was made, to be shown and approved. */
export interface MadePlan extends MadeCalendar {
  readonly plan: Plan;
  /** Everything that is wrong, with what is wrong with single posts. */
  readonly allFindings: readonly Finding[];
  readonly counts: Record<PlannedKind, number>;
}

/** Makes the plan of a project; unless told otherwise, remembers it until somebody approves it. */
export async function makePlan(
  workshop: Workshop,
  { remember = true }: { readonly remember?: boolean } = {},
): Promise<MadePlan> {
  const made = await makeCalendar(workshop);
  const plan = await workshop.publisher.plan(made.calendar, { offline: true });
  const ofPosts = plan.changes.flatMap(({ id, account, findings }) =>
    findings.map((each) => ({ ...withCommand(each, account), path: ['posts', id, ...each.path] })),
  );
  const allFindings = [...made.findings, ...plan.findings, ...ofPosts];
  if (remember) {
    const errors = allFindings.filter(({ severity }) => severity === 'error').length;
    await writeProposal(workshop.project, { calendar: made.calendar, plan, errors });
  }
  return {
    ...made,
    plan,
    allFindings,
    counts: countChanges(plan.changes),
  };
}

/** What the publisher can only name, the command line can do. */
function withCommand(finding: Finding, account: string): Finding {
  if (finding.rule !== 'publish/credentials/missing') return finding;
  const [platform = ''] = account.split(':');
  return { ...finding, fix: `Connect it with "affiche login ${platform}".` };
}

/** What a person gives back to approve exactly the plan that was shown: the start of its hash. */
export function approvalCode({ hash }: Pick<Plan, 'hash'>): string {
  return hash.slice(0, 12);
}

/**
 * Makes the changes of the plan that was shown last, if `approval` is its code.
 *
 * @throws ConfigurationError `no-plan`, `approval-wrong`, `plan-has-errors`, and what `apply` of the publisher throws.
 */
export async function applyProposal(
  { project, publisher }: Workshop,
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
      message: `The plan has ${proposal.errors} errors`,
      hint: 'Mend what "affiche check" lists, and plan again.',
    });
  }
  const counts = await publisher.apply(proposal.plan, { approvedBy });
  await writeCalendar(project, proposal.calendar);
  return counts;
}
