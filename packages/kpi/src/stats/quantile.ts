/**
 * A quantile of numbers: type 7, between neighbours, as R and spreadsheets do; or type 1, always one of
 * the numbers. `NaN` when there are none.
 *
 * ```ts
 * import { quantile } from '@affiche/kpi/stats';
 *
 * quantile([1, 2, 3, 10], 0.5); // => 2.5
 * quantile([1, 2, 3, 10], 0.5, { type: 1 }); // => 2
 * ```
 *
 * @see {@link https://doi.org/10.1080/00031305.1996.10473566 | Hyndman and Fan 1996}
 */
export function quantile(
  values: readonly number[],
  probability: number,
  { type = 7 }: { readonly type?: 1 | 7 } = {},
): number {
  const sorted = Float64Array.from(values).toSorted();
  if (type === 1) {
    // Rounding must not push a whole number over itself.
    const place = Math.ceil(sorted.length * probability - 4 * Number.EPSILON * sorted.length);
    return sorted[Math.max(0, place - 1)] ?? Number.NaN;
  }
  const place = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? Number.NaN;
  return below + (above - below) * (place - Math.floor(place));
}

/** The middle of numbers. `NaN` when there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The mean of numbers. `NaN` when there are none. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The sample variance of numbers. `NaN` for fewer than two. */
export function variance(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length < 2 ? Number.NaN : squares / (values.length - 1);
}
