import { reportContext } from './report-context.ts';
import type { ReportInput, ReportOptions } from './report-input.ts';
import { reportSections } from './report-sections.ts';
import { type ChartDrawingOptions, standaloneChart } from './standalone-chart.ts';
import type { Table } from './table.ts';

/** One chart of a report, to be used alone. */
export interface ReportChart {
  /** Unique within a report, and a good file name: `best-times`. */
  readonly id: string;
  /** For people, in the report's language. */
  readonly title: string;
  /** The text alternative: what a person who cannot see the chart should take away. */
  readonly description: string;
  /** The data behind it. */
  readonly table: Table;
  /** Draws it, with its title and its legend, in the theme's colours. */
  readonly svg: (options?: ChartDrawingOptions) => string;
}

/**
 * The charts of a report, each alone: for a slide, a mail or a page of one's own.
 *
 * ```ts
 * import { reportCharts, toCsv } from '@affiche/report';
 * import { defineStrategy } from '@affiche/strategy';
 *
 * const strategy = defineStrategy({
 *   id: 'bakery', client: { name: 'Aub\u00e9pine', kind: 'company' }, zone: 'Europe/Paris',
 *   language: 'en', currency: 'EUR', period: { from: '2027-01-04', to: '2027-03-28' },
 *   objectives: [], channels: [], pillars: [],
 *   budget: { total: '90.00 EUR', lines: [{ id: 'a', kind: 'ads', name: 'Ads', amount: '90.00 EUR' }] },
 * });
 * const [budget] = reportCharts({ strategy });
 * budget?.svg({ width: 400 }).startsWith('<svg'); // => true
 * ```
 */
export function reportCharts(input: ReportInput, options: ReportOptions = {}): ReportChart[] {
  const context = reportContext(input, options);
  return reportSections(context)
    .flatMap(({ charts }) => charts)
    .map((chart) => ({
      id: chart.id,
      title: chart.title,
      description: chart.description,
      table: chart.table,
      svg: (drawing = {}) => standaloneChart(chart, context.theme, drawing),
    }));
}

/**
 * Every table of a report, for `toCsv` and `toRecords`: what it shows, in full.
 *
 * ```ts no-run
 * import { writeFileSync } from 'node:fs';
 * import { type ReportInput, reportTables, toCsv } from '@affiche/report';
 *
 * declare const input: ReportInput;
 * for (const table of reportTables(input)) writeFileSync(`${table.id}.csv`, toCsv(table));
 * ```
 */
export function reportTables(input: ReportInput, options: ReportOptions = {}): Table[] {
  const sections = reportSections(reportContext(input, options));
  const tables = sections.flatMap(({ charts, tables }) =>
    tables.concat(charts.map(({ table }) => table)),
  );
  return [...new Map(tables.map((table) => [table.id, table])).values()];
}
