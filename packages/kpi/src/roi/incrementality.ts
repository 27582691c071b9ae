import type { Caveat, Interval, Status } from '../kpi-value.ts';

/** One side of an experiment. */
export interface ExperimentArm {
  /** People, households or regions that could convert. */
  readonly units: number;
  readonly conversions: number;
  /** Revenue of the arm in minor units, and the sum of its squares per unit, for the interval. */
  readonly revenue?: number;
  readonly revenueSquares?: number;
}

/** Options of {@link incrementality}. */
export interface IncrementalityOptions {
  readonly treated: ExperimentArm;
  /** Chosen at random before the start; without it nothing can be said. */
  readonly control?: ExperimentArm;
  /** What the treated arm cost, in minor units. */
  readonly spend?: number;
  /** Confidence of the intervals; default 0.95. */
  readonly level?: 0.8 | 0.9 | 0.95 | 0.99;
}

/** A value of an experiment, which never goes without its interval. */
export interface Estimate {
  readonly value: number | null;
  readonly status: Status;
  readonly interval?: Interval;
}

/** What the campaign caused, as far as the experiment can tell. */
export interface Incrementality {
  /** Treated conversions − what the control leads one to expect. */
  readonly incremental: Estimate;
  /** Incremental ÷ expected. */
  readonly lift: Estimate;
  /** Incremental revenue ÷ spend. */
  readonly iroas: Estimate;
  /** Spend ÷ incremental conversions. */
  readonly costPerIncremental: Estimate;
  readonly caveats: readonly Caveat[];
}

// Normal quantiles of the offered levels, to the digits of the printed table.
const quantiles = { 0.8: 1.2816, 0.9: 1.6449, 0.95: 1.96, 0.99: 2.5758 } as const;

/**
 * What a campaign caused, from a treated and a control group. Without a control there is no answer:
 * sales after a post are not sales because of it.
 *
 * ```ts
 * import { incrementality } from '@affiche/kpi/roi';
 *
 * const treated = { units: 10_000, conversions: 150 };
 * const { incremental } = incrementality({ treated, control: { units: 20_000, conversions: 240 } });
 * incremental.value; // => 30
 * ```
 *
 * The interval of the incremental count adds the binomial variances; that of the lift is on the
 * logarithm of the ratio of rates (Katz); a cost per conversion has none when zero lies inside.
 */
export function incrementality(options: IncrementalityOptions): Incrementality {
  const { treated, control, spend, level = 0.95 } = options;
  if (!control || control.units <= 0 || treated.units <= 0) {
    const none: Estimate = { value: null, status: 'missing-input' };
    const message = 'Without a control group chosen before the start, nothing can be said.';
    const caveats = [{ code: 'no-control', message }];
    return { incremental: none, lift: none, iroas: none, costPerIncremental: none, caveats };
  }
  const z = quantiles[level];
  const scale = treated.units / control.units;
  const expected = control.conversions * scale;
  const variance = binomialVariance(treated) + scale ** 2 * binomialVariance(control);
  const incremental = estimate(treated.conversions - expected, Math.sqrt(variance), z, level);
  const caveats = caveatsOf(treated, control, incremental);
  return {
    incremental,
    lift: liftOf(treated, control, z, level),
    iroas: returnOf(treated, control, spend, z, level),
    costPerIncremental: costOf(spend, incremental, level),
    caveats,
  };
}

function estimate(value: number, error: number, z: number, level: number): Estimate {
  const interval = { low: value - z * error, high: value + z * error, level, method: 'normal' };
  return { value, status: 'ok', interval };
}

function binomialVariance({ units, conversions }: ExperimentArm): number {
  const rate = Math.min(1, conversions / units);
  return units * rate * (1 - rate);
}

function liftOf(
  treated: ExperimentArm,
  control: ExperimentArm,
  z: number,
  level: number,
): Estimate {
  if (control.conversions === 0) return { value: null, status: 'zero-denominator' };
  const rates = [treated, control].map(({ units, conversions }) => conversions / units);
  const ratio = rates[0]! / rates[1]!;
  if (treated.conversions === 0) return { value: -1, status: 'ok' };
  const error = Math.sqrt(
    (1 - rates[0]!) / treated.conversions + (1 - rates[1]!) / control.conversions,
  );
  const at = (side: number) => ratio * Math.exp(side * z * error) - 1;
  return {
    value: ratio - 1,
    status: 'ok',
    interval: { low: at(-1), high: at(1), level, method: 'log ratio (Katz)' },
  };
}

function returnOf(
  treated: ExperimentArm,
  control: ExperimentArm,
  spend: number | undefined,
  z: number,
  level: number,
): Estimate {
  if (spend === 0) return { value: null, status: 'zero-denominator' };
  if (spend === undefined || treated.revenue === undefined || control.revenue === undefined) {
    return { value: null, status: 'missing-input' };
  }
  const scale = treated.units / control.units;
  const value = (treated.revenue - control.revenue * scale) / spend;
  const parts = [revenueVariance(treated), revenueVariance(control)];
  if (parts.some((part) => part === undefined)) return { value, status: 'ok' };
  const error = Math.sqrt(parts[0]! + scale ** 2 * parts[1]!) / spend;
  return estimate(value, error, z, level);
}

/** The variance of a total of independent units. */
function revenueVariance({ units, revenue, revenueSquares }: ExperimentArm): number | undefined {
  if (revenue === undefined || revenueSquares === undefined || units < 2) return undefined;
  return (units / (units - 1)) * (revenueSquares - revenue ** 2 / units);
}

function costOf(spend: number | undefined, { value, interval }: Estimate, level: number): Estimate {
  if (spend === undefined || value === null) return { value: null, status: 'missing-input' };
  if (value <= 0) return { value: null, status: 'zero-denominator' };
  if (!interval || interval.low <= 0) return { value: spend / value, status: 'ok' };
  const { low, high } = interval;
  const range = { low: spend / high, high: spend / low, level, method: 'inverted' };
  return { value: spend / value, status: 'ok', interval: range };
}

function caveatsOf(
  treated: ExperimentArm,
  control: ExperimentArm,
  { interval }: Estimate,
): Caveat[] {
  const caveats: Caveat[] = [];
  if (interval && interval.low <= 0 && interval.high >= 0) {
    caveats.push({
      code: 'includes-zero',
      message: 'No effect at all is among the plausible ones.',
    });
  }
  if (Math.min(treated.conversions, control.conversions) < 10) {
    caveats.push({
      code: 'few-conversions',
      message: 'Fewer than ten conversions in an arm: the intervals are too narrow.',
    });
  }
  return caveats;
}
