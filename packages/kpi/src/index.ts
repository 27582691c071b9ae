/**
 * Was it worth it: KPIs as data, evaluated over readings, rows or columns.
 *
 * @module @affiche/kpi
 */
export { type FiscalCalendar, type Period, periodOf } from './calendar.ts';
export { catalogue, kpi } from './catalogue.ts';
export type { Columns, Row } from './columns.ts';
export { compare, type Comparison } from './compare.ts';
export {
  type Aggregation,
  defineKpi,
  type Family,
  type KpiDefinition,
  type KpiOptions,
  type Unit,
} from './definition.ts';
export { engagementFacts, type EngagementSet, engagementSets } from './engagement-set.ts';
export { type Era, eras } from './era.ts';
export { evaluate } from './evaluate.ts';
export type { EvaluatedGroup, EvaluateOptions, Evaluation } from './evaluation.ts';
export { exchange, type Exchange, type ExchangeOptions, type ExchangeRate } from './exchange.ts';
export type { Aggregate, Expression, Operation, Operator, RowExpression } from './expression.ts';
export { type Additivity, type Fact, facts, isFact } from './facts.ts';
export { parseFormula } from './formula.ts';
export type { Caveat, DateWindow, Interval, KpiValue, Status } from './kpi-value.ts';
export { rowsFromReadings, type ReadingRows, type ReadingRowsOptions } from './readings.ts';
export { type PlatformNote, platformNotes } from './platform-note.ts';
export type { DailyValue, Forecast } from './scorecard/forecast.ts';
export type { Verdict } from './scorecard/pace.ts';
export {
  scorecard,
  type Scorecard,
  type ScorecardOptions,
  type ScorecardRow,
  type ScoredObjective,
} from './scorecard/scorecard.ts';
export { type Differences, differenceSnapshots } from './snapshots.ts';
export { type SourceId, sources } from './sources.ts';
