/**
 * What came back for what was spent: costs, returns, value over time, budgets.
 *
 * @module @affiche/kpi/roi
 */
export {
  allocateBudget,
  type AllocateBudgetOptions,
  type BudgetAllocation,
  type BudgetOption,
} from './allocate-budget.ts';
export { amortise } from './amortise.ts';
export { basisOfKind, CostBasis, CostKind, CostLine, type ConvertedAmount } from './cost-line.ts';
export type { CurrencyOptions } from './convert.ts';
export { fromDinero, toDinero } from './dinero.ts';
export { earnedMediaValue, type EarnedMediaValue, type RateCard } from './earned-media.ts';
export {
  type CostEstimate,
  type CostEstimateOptions,
  estimateCost,
  type PlannedCost,
  type Range,
} from './estimate-cost.ts';
export {
  type Estimate,
  type ExperimentArm,
  incrementality,
  type Incrementality,
  type IncrementalityOptions,
} from './incrementality.ts';
export { labourCost, loadedRate, type LoadedRateOptions } from './labour.ts';
export { ledger, type Ledger, type LedgerLine } from './ledger.ts';
export { cohortValue, lifetimeValue, type LifetimeValue, paybackPeriod } from './lifetime-value.ts';
export {
  type DatedFlow,
  type FirstFlow,
  type InternalRates,
  irr,
  npv,
  xirr,
  xnpv,
} from './present-value.ts';
export { adstock, hill, type HillCurve, marginalReturn } from './response-curve.ts';
export { RevenueLine } from './revenue-line.ts';
export { type ReturnRatio, roi, type RoiOptions, type RoiResult } from './roi.ts';
export { shareOut } from './share-out.ts';
export { type ActionEvidence, type ActionValue, valuePerAction } from './value-per-action.ts';
