import type { ScorecardRow } from '@affiche/kpi';
import { dayIn } from './days.ts';
import type { ReportInput } from './report-input.ts';

/** A verdict, or that the last day came without the target. */
export type Standing = ScorecardRow['verdict'] | 'missed';

/** The best first: the order in which a sentence counts them. */
export const standings = [
  'reached',
  'on-track',
  'behind',
  'missed',
  'too-early',
  'unknown',
] as const satisfies Standing[];

/** How an objective stands: who is behind on the last day has no time left to catch up. */
export function standingOf(row: ScorecardRow, input: ReportInput): Standing {
  return row.verdict === 'behind' && lastDayHasCome(row, input) ? 'missed' : row.verdict;
}

function lastDayHasCome({ objective }: ScorecardRow, { strategy, scorecard }: ReportInput) {
  const by = strategy.objectives.find(({ id }) => id === objective)?.by;
  return by !== undefined && scorecard !== undefined && by <= dayIn(strategy.zone)(scorecard.asOf);
}
