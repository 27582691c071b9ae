import { type PlainDate, ConfigurationError } from '@affiche/core';
import { dayNumber } from '../local-day.ts';
import { positiveRoots } from './roots.ts';

/** When the first flow of a series falls: now (`t0`), or at the end of the first period (`t1`). */
export type FirstFlow = 't0' | 't1';

/** A payment on a day: below zero out, above zero in. Minor units of one currency. */
export interface DatedFlow {
  readonly amount: number;
  readonly date: PlainDate;
}

/** The rates at which a series of payments is worth nothing today. */
export interface InternalRates {
  /** Every rate above −1, ascending. */
  readonly rates: readonly number[];
  /** `ambiguous` when there are several: then no one of them is *the* return. */
  readonly status: 'ok' | 'none' | 'ambiguous';
}

/**
 * What payments at regular intervals are worth today, in the unit of the flows.
 *
 * ```ts
 * import { npv } from '@affiche/kpi/roi';
 *
 * const value = npv(0.1, [-10_000, 3000, 4200, 6800], { firstFlow: 't1' });
 * value.toFixed(2); // => '1188.44'
 * ```
 *
 * @param rate The discount of one period: 0.1 for ten percent.
 */
export function npv(
  rate: number,
  flows: readonly number[],
  { firstFlow }: { readonly firstFlow: FirstFlow },
): number {
  const shift = firstFlow === 't0' ? 0 : 1;
  return flows.reduce((sum, flow, index) => sum + flow / (1 + rate) ** (index + shift), 0);
}

/**
 * Every internal rate of return of payments at regular intervals.
 *
 * ```ts
 * import { irr } from '@affiche/kpi/roi';
 *
 * irr([-70_000, 12_000, 15_000, 18_000, 21_000, 26_000]).rates[0]?.toFixed(6); // => '0.086631'
 * ```
 */
export function irr(flows: readonly number[]): InternalRates {
  return internalRates(flows.map((amount, exponent) => ({ coefficient: amount, exponent })));
}

/**
 * What dated payments are worth on the first one's day: days ÷ 365, as spreadsheets count.
 *
 * ```ts
 * import { xnpv } from '@affiche/kpi/roi';
 *
 * const flows = [{ amount: -1000, date: '2027-01-01' }, { amount: 1200, date: '2028-01-01' }];
 * Math.round(xnpv(0.1, flows)); // => 91
 * ```
 */
export function xnpv(rate: number, flows: readonly DatedFlow[]): number {
  return years(flows).reduce((sum, { amount, time }) => sum + amount / (1 + rate) ** time, 0);
}

/** Every internal rate of return of dated payments, a year having 365 days. */
export function xirr(flows: readonly DatedFlow[]): InternalRates {
  return internalRates(
    years(flows).map(({ amount, time }) => ({ coefficient: amount, exponent: time })),
  );
}

function internalRates(terms: readonly { coefficient: number; exponent: number }[]): InternalRates {
  if (terms.some(({ coefficient, exponent }) => !Number.isFinite(coefficient + exponent))) {
    throw new ConfigurationError('invalid-flows', {
      message: 'A payment is not a finite number on a valid day',
      hint: 'Check amounts and dates.',
    });
  }
  // With x = 1 ÷ (1 + rate) the value today is a polynomial in x, and every x above zero is a rate.
  const rates = positiveRoots(terms).map((logarithm) => Math.expm1(-logarithm));
  const sorted = rates.toSorted((a, b) => a - b);
  return {
    rates: sorted,
    status: sorted.length === 0 ? 'none' : sorted.length === 1 ? 'ok' : 'ambiguous',
  };
}

function years(flows: readonly DatedFlow[]): { amount: number; time: number }[] {
  const first = flows[0] ? dayNumber(flows[0].date) : 0;
  return flows.map(({ amount, date }) => ({ amount, time: (dayNumber(date) - first) / 365 }));
}
