import type { Currency, PlainDate, Scope } from '@affiche/core';
import type { Unit } from './definition.ts';
import type { EngagementSet } from './engagement-set.ts';

/**
 * Whether a number may be used. Unknown, zero and undefined are three different things.
 *
 * - `ok`: it may.
 * - `zero-denominator`: the denominator is zero; the value is undefined, not 0.
 * - `missing-input`: a fact it needs was not measured.
 * - `mixed-definitions`: its rows were counted in different ways (eras, scopes, currencies).
 * - `low-base`: there is a value, over fewer than the asked-for cases.
 */
export type Status = 'ok' | 'zero-denominator' | 'missing-input' | 'mixed-definitions' | 'low-base';

/** A range that holds the truth at a stated level of confidence. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** 0.95 for a 95 % interval. */
  readonly level: number;
  readonly method: string;
}

/** Something a reader must know about a number. */
export interface Caveat {
  /** Kebab case, for programs: `incomplete-rows`. */
  readonly code: string;
  /** One sentence, for people. */
  readonly message: string;
}

/** From the first to the last day that a value covers, both included; open where not limited. */
export interface DateWindow {
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** One KPI's result, with everything needed to judge it. */
export interface KpiValue {
  readonly kpi: string;
  readonly version: number;
  /** In `unit`; fractions as 0.021, money in minor units of `currency`. */
  readonly value: number | null;
  readonly status: Status;
  readonly unit: Unit;
  readonly currency?: Currency;
  /** The two halves, where the KPI is one division. */
  readonly numerator?: number;
  readonly denominator?: number;
  readonly window: DateWindow;
  /** `mixed` when rows of several scopes came together. */
  readonly scope: Scope | 'mixed' | 'unstated';
  /** Where the KPI counts engagements. */
  readonly engagementSet?: EngagementSet;
  readonly interval?: Interval;
  readonly caveats: readonly Caveat[];
}
