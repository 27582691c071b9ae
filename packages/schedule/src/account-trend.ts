import { at } from './matrix.ts';

/** What is left of a series once its slow movement is taken out. */
export interface Detrended {
  /** One per value, in units of `scale`. */
  readonly residuals: Float64Array;
  /** The last level, in the units of the series. */
  readonly level: number;
  /** A robust standard deviation of one post around the level. */
  readonly scale: number;
}

// Forty posts on either side: wide enough for noise, narrow enough for a growing account.
const reach = 40;
// With few posts the spread is not known either: it starts at one log point, worth five posts.
const usualScale = 1;
const usualWeight = 5;
const outlier = 4;

/** Takes the running median out of a series in order of time and measures the spread around it. */
export function detrend(values: Float64Array): Detrended {
  const count = values.length;
  const residuals = new Float64Array(count);
  const window: number[] = [];
  let level = 0;
  for (let next = 0, middle = 0; middle < count; middle += 1) {
    for (; next < Math.min(count, middle + reach + 1); next += 1) insert(window, at(values, next));
    if (middle > reach) remove(window, at(values, middle - reach - 1));
    level = medianOf(window);
    residuals[middle] = at(values, middle) - level;
  }
  const scale = spread(residuals);
  for (let index = 0; index < count; index += 1) {
    const standard = at(residuals, index) / scale;
    residuals[index] = Math.max(-outlier, Math.min(outlier, standard));
  }
  return { residuals, level, scale };
}

function spread(residuals: Float64Array): number {
  const middle = medianOf(residuals.map(Math.abs).toSorted()) * 1.4826;
  const bound = 3 * middle;
  let sum = usualWeight * usualScale ** 2;
  for (const residual of residuals) sum += bound > 0 ? Math.min(residual ** 2, bound ** 2) : 0;
  return Math.sqrt(sum / (residuals.length + usualWeight));
}

function medianOf(sorted: ArrayLike<number>): number {
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1 ? at(sorted, half) : (at(sorted, half - 1) + at(sorted, half)) / 2;
}

function insert(sorted: number[], value: number): void {
  sorted.splice(placeOf(sorted, value), 0, value);
}

function remove(sorted: number[], value: number): void {
  sorted.splice(placeOf(sorted, value), 1);
}

/** The first place whose value is not below the given one. */
function placeOf(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
