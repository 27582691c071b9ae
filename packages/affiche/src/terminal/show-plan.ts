import { hasErrors } from '@affiche/core';
import type { PlannedChange, PlannedKind, QuotaUse } from '@affiche/publish';
import type { MadePlan } from '../workflow/plan.ts';
import { approvalCode, isWaiting } from '../workflow/apply.ts';
import { showFindings } from './show-findings.ts';
import type { Style, Terminal } from './terminal.ts';
import { lined } from './wrapped.ts';

const signs: Readonly<Record<PlannedKind, readonly [sign: string, style: Style]>> = {
  create: ['+', 'green'],
  change: ['~', 'yellow'],
  reschedule: ['↻', 'yellow'],
  cancel: ['-', 'red'],
  keep: [' ', 'dim'],
  locked: ['=', 'dim'],
};

/** Shows what approving a plan would do, and how to approve it. */
export function showPlan(
  made: MadePlan,
  terminal: Terminal,
  { rehearse = false }: { readonly rehearse?: boolean } = {},
): void {
  const { plan, counts, calendar, allFindings } = made;
  const { say, style, columns } = terminal;
  const changes = plan.changes
    .filter(({ kind }) => kind !== 'keep')
    .toSorted((a, b) => (a.at ?? a.previousAt ?? '').localeCompare(b.at ?? b.previousAt ?? ''));
  for (const line of lined(
    changes.map((change) => rowOf(change, terminal)),
    columns,
  ))
    say(line);
  if (changes.length > 0) say();
  for (const [reason, alike] of Map.groupBy(calendar.unplaced, (each) => each.reason)) {
    say(
      `${style('yellow', '?')} ${ideaNames(alike.map(({ draft }) => draft.id))} no place: ${reason}`,
    );
  }
  if (calendar.unplaced.length > 0) say();
  showFindings(allFindings, terminal, { least: 'warning' });
  for (const line of lined(plan.quotas.filter(isTight).map(quotaRow), columns)) say(line);
  say();
  say(
    `Plan: ${counts.create} to create, ${counts.change} to change, ${counts.reschedule} to move, ` +
      `${counts.cancel} to cancel, ${counts.keep} as before.`,
  );
  say(nextStep(made, rehearse, terminal));
}

// A hundred ideas that one reason keeps out are one piece of news.
function ideaNames(ids: readonly string[]): string {
  const [first = '', second, third] = ids;
  if (second === undefined) return `${first} has`;
  if (ids.length <= 3) return `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)} have`;
  return `${first}, ${second}, ${third} and ${ids.length - 3} more have`;
}

function nextStep({ plan, allFindings }: MadePlan, rehearse: boolean, { style }: Terminal): string {
  if (!isWaiting(plan)) return 'There is nothing to approve.';
  if (hasErrors(allFindings)) return 'Mend the errors before it can be approved.';
  const command = `affiche apply${rehearse ? ' --rehearse' : ''} --approve ${approvalCode(plan)}`;
  return `To approve exactly this: ${style('bold', command)}`;
}

function rowOf(
  { kind, at, previousAt, account, id, publication }: PlannedChange,
  { style }: Terminal,
) {
  const [sign, look] = signs[kind];
  const wall = publication?.at;
  const when = wall ? `${wall.date} ${wall.time}` : (at ?? previousAt ?? '');
  const text = publication?.draft.items[0]?.text ?? id;
  const { platform, handle } = publication?.account ?? {};
  return [style(look, sign), when, ...(handle ? [platform ?? '', handle] : [account, '']), text];
}

function isTight({ peak, limit }: QuotaUse): boolean {
  return peak > limit / 2;
}

function quotaRow({ bucket, peak, limit, windowSeconds, peakAt }: QuotaUse): string[] {
  return [
    bucket,
    `${peak} of ${limit}`,
    `within ${windowSeconds / 3600} h, at its busiest before ${peakAt}`,
  ];
}
