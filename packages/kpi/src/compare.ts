import type { KpiValue } from './kpi-value.ts';

/** Two results side by side, or why they cannot be. */
export type Comparison =
  | {
      readonly comparable: true;
      readonly difference: number;
      /** `difference` ÷ the size of the earlier value; `null` when that is zero. */
      readonly change: number | null;
    }
  | { readonly comparable: false; readonly reasons: readonly string[] };

/**
 * Compares a result with an earlier one, and refuses where the two count different things.
 *
 * ```ts
 * import { compare, evaluate } from '@affiche/kpi';
 *
 * const options = { engagementSet: 'public' } as const;
 * const rows = [{ reactions: 8, comments: 1, shares: 1, impressions: 500 }];
 * const [now] = evaluate(['er_by_impressions'], rows, options).groups;
 * const [other] = evaluate(['er_by_views'], [{ ...rows[0], views: 500 }], options).groups;
 * const result = compare(now!.values['er_by_impressions']!, other!.values['er_by_views']!);
 * result.comparable; // => false
 * ```
 */
export function compare(value: KpiValue, earlier: KpiValue): Comparison {
  const reasons: string[] = [];
  if (value.kpi !== earlier.kpi) reasons.push(`${value.kpi} is not ${earlier.kpi}`);
  else if (value.version !== earlier.version) {
    reasons.push(`${value.kpi} changed its definition`);
  }
  if (JSON.stringify(value.engagementSet) !== JSON.stringify(earlier.engagementSet)) {
    reasons.push('they count different engagements');
  }
  if (value.scope !== earlier.scope || value.scope === 'mixed') {
    reasons.push(`one is ${value.scope}, the other ${earlier.scope}`);
  }
  if (value.currency !== earlier.currency) reasons.push('they are in different currencies');
  for (const each of [value, earlier]) {
    if (each.value === null) reasons.push(`one has no value (${each.status})`);
  }
  if (reasons.length > 0 || value.value === null || earlier.value === null) {
    return { comparable: false, reasons };
  }
  const difference = value.value - earlier.value;
  const change = earlier.value === 0 ? null : difference / Math.abs(earlier.value);
  return { comparable: true, difference, change };
}
