import type { Finding } from '@affiche/core';
import { countChanges, type Plan, type PlannedKind } from '@affiche/publish';
import { writeProposal } from '../project/memory.ts';
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
