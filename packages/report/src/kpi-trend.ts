import {
  catalogue,
  evaluate,
  type KpiDefinition,
  rowsFromReadings,
  type ScorecardRow,
} from '@affiche/kpi';
import { mondayOfWeek } from './days.ts';
import type { ReportContext } from './report-context.ts';

/** One KPI week by week. */
export interface KpiTrend {
  readonly row: ScorecardRow;
  readonly definition: KpiDefinition;
  readonly points: readonly { readonly monday: string; readonly value: number }[];
}

// Two points make a line of anything.
const fewestWeeks = 3;

/** The objectives' KPIs by week, where readings allow it; a week without a figure is a gap, not a zero. */
export function kpiTrends({ input }: ReportContext): KpiTrend[] {
  const { scorecard, strategy } = input;
  if (!scorecard || !input.readings) return [];
  const { rows } = rowsFromReadings(input.readings, { asOf: scorecard.asOf });
  return scorecard.rows.flatMap((row) => {
    const definition = catalogue().get(row.kpi);
    if (!definition) return [];
    const account = strategy.objectives.find(({ id }) => id === row.objective)?.account;
    const own = account === undefined ? rows : rows.filter((each) => each['account'] === account);
    const { groups } = evaluate([definition], own, { by: ['week'], zone: strategy.zone });
    const points = groups.flatMap(({ group, values }) => {
      const value = values[definition.id]?.value;
      const week = group['week'];
      return typeof value === 'number' && typeof week === 'string'
        ? [{ monday: mondayOfWeek(week), value }]
        : [];
    });
    return points.length < fewestWeeks ? [] : [{ row, definition, points }];
  });
}
