import { betaQuantile, normalCdf } from './distributions.ts';
import { type Interval, type LevelOptions, refuseUnlessCounts, zOf } from './interval.ts';

/** Successes among trials. */
export interface Counts {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Wilson's score interval for a proportion. For independent trials only: impressions of few posts are
 * not, and need {@link ratioInterval}.
 *
 * ```ts
 * import { wilsonInterval } from '@affiche/kpi/stats';
 *
 * const { low, high } = wilsonInterval({ successes: 3, trials: 5 });
 * [low.toFixed(6), high.toFixed(6)]; // => ['0.230724', '0.882379']
 * ```
 *
 * @see {@link https://doi.org/10.1080/01621459.1927.10502953 | Wilson 1927}
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-counts`, `invalid-level`.
 */
export function wilsonInterval(
  { successes, trials }: Counts,
  { level = 0.95 }: LevelOptions = {},
): Interval {
  refuseUnlessCounts(successes, trials);
  const z = zOf(level);
  const share = successes / trials;
  const square = (z * z) / trials;
  const middle = share + square / 2;
  const half = z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials));
  return {
    low: successes === 0 ? 0 : (middle - half) / (1 + square),
    high: successes === trials ? 1 : (middle + half) / (1 + square),
    level,
    method: 'wilson',
  };
}

/** Clopper and Pearson's interval: never too narrow, and so usually too wide. */
export function clopperPearsonInterval(
  { successes, trials }: Counts,
  { level = 0.95 }: LevelOptions = {},
): Interval {
  refuseUnlessCounts(successes, trials);
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low: successes === 0 ? 0 : betaQuantile(tail, successes, failures + 1),
    high: failures === 0 ? 1 : betaQuantile(1 - tail, successes + 1, failures),
    level,
    method: 'clopper-pearson',
  };
}

/** How two proportions differ. */
export interface ProportionDifference {
  /** The second proportion minus the first. */
  readonly difference: number;
  /** Newcombe's interval for the difference. */
  readonly interval: Interval;
  /** Of the pooled two-sided z test; 1 when both are all or nothing. */
  readonly pValue: number;
}

/**
 * Compares two proportions of independent trials: Newcombe's interval from two Wilson intervals, and
 * the pooled z test.
 *
 * ```ts
 * import { compareProportions } from '@affiche/kpi/stats';
 *
 * const before = { successes: 120, trials: 10_000 };
 * const after = { successes: 150, trials: 10_000 };
 * compareProportions(before, after).pValue.toFixed(12); // => '0.066034145546'
 * ```
 *
 * @see {@link https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I | Newcombe 1998, method 10}
 */
export function compareProportions(
  first: Counts,
  second: Counts,
  options: LevelOptions = {},
): ProportionDifference {
  const [p, q] = [first.successes / first.trials, second.successes / second.trials];
  const [one, other] = [wilsonInterval(first, options), wilsonInterval(second, options)];
  const difference = q - p;
  const pooled = (first.successes + second.successes) / (first.trials + second.trials);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.trials + 1 / second.trials));
  return {
    difference,
    interval: {
      low: difference - Math.hypot(q - other.low, one.high - p),
      high: difference + Math.hypot(other.high - q, p - one.low),
      level: one.level,
      method: 'newcombe',
    },
    pValue: error === 0 ? 1 : 2 * normalCdf(-Math.abs(difference) / error),
  };
}
