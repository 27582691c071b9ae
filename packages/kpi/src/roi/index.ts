/**
 * What came back for what was spent: costs, returns, value over time, budgets.
 *
 * @module @affiche/kpi/roi
 */
export { basisOfKind, CostBasis, CostKind, CostLine, type ConvertedAmount } from './cost-line.ts';
export type { CurrencyOptions } from './convert.ts';
export { ledger, type Ledger, type LedgerLine } from './ledger.ts';
export { RevenueLine } from './revenue-line.ts';
export { type ReturnRatio, roi, type RoiOptions, type RoiResult } from './roi.ts';
