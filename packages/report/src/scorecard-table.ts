import type { ReportContext } from './report-context.ts';
import type { ScorecardRow } from '@affiche/kpi';
import { standingOf } from './standing.ts';
import type { Table, TableCell } from './table.ts';
import { formatValue } from './values.ts';

/** Objectives with their numbers, one row each. */
export function scorecardTable(
  rows: readonly ScorecardRow[],
  { input, words, formats }: ReportContext,
): Table {
  const { columns } = words.scorecard;
  return {
    id: 'scorecard',
    title: words.scorecard.title,
    columns: [
      { key: 'objective', label: columns.objective },
      { key: 'kpi', label: columns.kpi },
      { key: 'unit', label: columns.unit },
      { key: 'baseline', label: columns.baseline, numeric: true },
      { key: 'actual', label: columns.actual, numeric: true },
      { key: 'expected', label: columns.expected, numeric: true },
      { key: 'target', label: columns.target, numeric: true },
      { key: 'forecast_low', label: columns.forecastLow, numeric: true },
      { key: 'forecast_high', label: columns.forecastHigh, numeric: true },
      { key: 'verdict', label: columns.verdict },
    ],
    rows: rows.map((row) => {
      const cell = (value: number | null | undefined): TableCell =>
        typeof value === 'number'
          ? { value, text: formatValue(value, row.unit, formats, input.strategy.currency) }
          : null;
      return [
        row.name,
        row.kpi,
        row.unit,
        cell(row.baseline),
        cell(row.actual),
        cell(row.expected),
        cell(row.target),
        cell(row.forecast?.interval.low),
        cell(row.forecast?.interval.high),
        { value: row.verdict, text: words.verdicts[standingOf(row, input)] },
      ];
    }),
  };
}
