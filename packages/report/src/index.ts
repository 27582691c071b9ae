/**
 * Showing it: one accessible HTML page, charts and tables; no server.
 *
 * @module @affiche/report
 */
export { renderReport } from './render-report.ts';
export type { ReportInput, ReportOptions, ReportStrategy, ReportTiming } from './report-input.ts';
export { type Table, toCsv, toRecords } from './table.ts';
export { Theme } from './theme.ts';
