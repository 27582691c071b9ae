/**
 * Showing it: one accessible HTML page, charts and tables; no server.
 *
 * @module @affiche/report
 */
export type { ReportLanguage } from './formats.ts';
export { previewCalendar, type PreviewingPlatform } from './previews.ts';
export { renderReport } from './render-report.ts';
export type {
  ReportAttribution,
  ReportInput,
  ReportOptions,
  ReportStrategy,
  ReportTiming,
} from './report-input.ts';
export { type ReportChart, reportCharts, reportTables } from './report-parts.ts';
export type { ChartDrawingOptions } from './standalone-chart.ts';
export {
  type Table,
  type TableCell,
  type TableColumn,
  type TableValue,
  toCsv,
  toRecords,
} from './table.ts';
export { Theme, type ThemeInput } from './theme.ts';
