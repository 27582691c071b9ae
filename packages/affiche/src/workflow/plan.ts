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
  const ofPosts = plan.changes.flatMap(({ id, account, publication, findings }) => {
    const place = publication ? ['ideas', publication.draft.id] : ['posts', id];
    return findings.map((each) => inWordsOfFiles(each, account, place));
  });
  const allFindings = [...made.findings, ...plan.findings, ...once(ofPosts)];
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

/** What a program would set, a person connects by a command or writes into a file. */
function inWordsOfFiles(finding: Finding, account: string, place: readonly string[]): Finding {
  const [platform = ''] = account.split(':');
  if (isMissingConnection(finding)) {
    const fix = `Connect it with "affiche login ${platform}".`;
    return { ...finding, path: ['accounts', account], fix };
  }
  const fix = finding.fix.replaceAll(
    /\boptions\.(\w+)/g,
    `"${platform}.$1" of the idea, or $1 among the options of the channel`,
  );
  return { ...finding, path: [...place, ...finding.path], fix };
}

/** An account that nobody connected yet is wrong once, not with each of its posts. */
function once(findings: readonly Finding[]): Finding[] {
  const connections = new Map(
    findings.filter(isMissingConnection).map((each) => [each.message, each]),
  );
  return [...findings.filter((each) => !isMissingConnection(each)), ...connections.values()];
}

/** Whether a finding says that an account has no credentials yet. */
export function isMissingConnection({ rule }: Finding): boolean {
  return rule === 'publish/credentials/missing';
}
