import { studentCdf, studentQuantile } from './distributions.ts';
import type { Interval, LevelOptions } from './interval.ts';
import { mean, variance } from './quantile.ts';

/** How two means differ. */
export interface MeanDifference {
  /** The second mean minus the first. */
  readonly difference: number;
  readonly interval: Interval;
  readonly t: number;
  readonly degrees: number;
  readonly pValue: number;
}

/**
 * Welch's test for the means of two samples whose variances need not be equal. `null` for fewer than
 * two values on a side, or when nothing varies.
 *
 * ```ts
 * import { compareMeans } from '@affiche/kpi/stats';
 *
 * compareMeans([1, 2, 3], [4, 5, 6])?.t.toFixed(6); // => '3.674235'
 * ```
 *
 * @see {@link https://doi.org/10.1093/biomet/34.1-2.28 | Welch 1947}
 */
export function compareMeans(
  first: readonly number[],
  second: readonly number[],
  { level = 0.95 }: LevelOptions = {},
): MeanDifference | null {
  const parts = [first, second].map((values) => variance(values) / values.length);
  const [one = Number.NaN, other = Number.NaN] = parts;
  const error = Math.sqrt(one + other);
  if (!(error > 0)) return null;
  const degrees =
    (one + other) ** 2 / (one ** 2 / (first.length - 1) + other ** 2 / (second.length - 1));
  const difference = mean(second) - mean(first);
  const t = difference / error;
  const half = -studentQuantile((1 - level) / 2, degrees) * error;
  return {
    difference,
    interval: { low: difference - half, high: difference + half, level, method: 'welch' },
    t,
    degrees,
    pValue: 2 * studentCdf(-Math.abs(t), degrees),
  };
}
