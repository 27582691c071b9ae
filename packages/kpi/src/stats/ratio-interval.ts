import type { Random } from '@affiche/core';
import { studentQuantile } from './distributions.ts';
import type { Interval, LevelOptions } from './interval.ts';
import { quantile } from './quantile.ts';

/** One post (or account, or day): what was counted, and out of how many. */
export interface Cluster {
  readonly numerator: number;
  readonly denominator: number;
}

/** How the interval is found. */
export type RatioIntervalOptions = LevelOptions &
  (
    | { readonly method?: 'log-delta' | 'delta' | 'fieller' }
    | {
        readonly method: 'bootstrap';
        readonly random: Random;
        /** @defaultValue 999 */
        readonly samples?: number;
      }
  );

/** A ratio of sums, and how sure we are of it. */
export interface RatioEstimate {
  readonly value: number | null;
  readonly status: 'ok' | 'zero-denominator' | 'too-few-clusters' | 'missing-input' | 'unbounded';
  readonly interval: Interval | null;
  readonly clusters: number;
  /** To how many clusters of equal size they amount: one giant post among many is little evidence. */
  readonly effectiveClusters: number;
}

const fewest = 10;

interface Fit {
  readonly ratio: number;
  readonly error: number;
  readonly effective: number;
}

/**
 * The interval of a rate over posts, such as engagements per impression. People who see one post are
 * not independent of each other, so that posts are what counts: an interval from impressions alone
 * covers the truth 15–21 % of the time instead of 95 %. With fewer than ten posts there is none.
 *
 * The variance leaves out one post at a time; the degrees of freedom are those of the effective number
 * of posts. `log-delta` works on the logarithm of the ratio; `bootstrap` draws posts again and takes the
 * studentized distance that so many of them keep: both cover 93–97 % where 95 are asked for. `fieller`
 * admits that the denominator varies, and refuses where that could be zero. `delta`, which is symmetric,
 * covers some points less where posts differ much.
 *
 * ```ts
 * import { ratioInterval } from '@affiche/kpi/stats';
 *
 * const posts = Array.from({ length: 30 }, (_post, index) => ({
 *   numerator: 15 + (index % 11),
 *   denominator: 1000 + (index % 3),
 * }));
 * const { value, interval } = ratioInterval(posts);
 * value && interval && interval.low < value && value < interval.high; // => true
 * ratioInterval(posts.slice(0, 9)).status; // => 'too-few-clusters'
 * ```
 */
export function ratioInterval(
  clusters: readonly Cluster[],
  options: RatioIntervalOptions = {},
): RatioEstimate {
  const { level = 0.95 } = options;
  const known = clusters.filter(
    ({ numerator, denominator }) => Number.isFinite(numerator) && denominator > 0,
  );
  const { ratio, error, effective } = fitOf(known);
  const estimate = { value: ratio, clusters: known.length, effectiveClusters: effective };
  if (clusters.some(({ numerator, denominator }) => !Number.isFinite(numerator + denominator))) {
    return { ...estimate, value: null, status: 'missing-input', interval: null };
  }
  if (known.length === 0) {
    return { ...estimate, value: null, status: 'zero-denominator', interval: null };
  }
  if (known.length < fewest) return { ...estimate, status: 'too-few-clusters', interval: null };
  const t = -studentQuantile((1 - level) / 2, Math.max(3, effective - 1));
  const bounds = boundsOf(known, { ratio, error, effective }, t, options);
  if (!bounds) return { ...estimate, status: 'unbounded', interval: null };
  const method = options.method ?? 'log-delta';
  return { ...estimate, status: 'ok', interval: { ...bounds, level, method } };
}

function boundsOf(
  clusters: readonly Cluster[],
  fit: Fit,
  t: number,
  options: RatioIntervalOptions,
): { readonly low: number; readonly high: number } | null {
  const { ratio, error } = fit;
  if (options.method === 'bootstrap') return studentized(clusters, fit, options);
  if (options.method === 'fieller') return fieller(clusters, t);
  // A ratio that is not positive has no logarithm.
  if (options.method === 'delta' || !(ratio > 0)) {
    return { low: ratio - t * error, high: ratio + t * error };
  }
  const factor = Math.exp((t * error) / ratio);
  return { low: ratio / factor, high: ratio * factor };
}

/** The ratio, and its standard error when each cluster's residual is what it would be without that cluster. */
function fitOf(clusters: readonly Cluster[]): Fit {
  let [above, below, squares] = [0, 0, 0];
  for (const { numerator, denominator } of clusters) {
    above += numerator;
    below += denominator;
    squares += denominator * denominator;
  }
  const ratio = above / below;
  let sum = 0;
  for (const { numerator, denominator } of clusters) {
    const share = denominator / below;
    if (share < 1) sum += ((numerator - ratio * denominator) / (1 - share)) ** 2;
  }
  const count = clusters.length;
  const error = Math.sqrt((sum * (count - 1)) / count) / below;
  return { ratio, error, effective: (below * below) / squares };
}

/** All ratios that the totals do not contradict: where (Y − θX)² ≤ t² · variance of Y − θX. */
function fieller(clusters: readonly Cluster[], t: number) {
  const count = clusters.length;
  let [above, below] = [0, 0];
  for (const { numerator, denominator } of clusters) {
    above += numerator;
    below += denominator;
  }
  let [yy, xy, xx] = [0, 0, 0];
  for (const { numerator, denominator } of clusters) {
    const [dy, dx] = [numerator - above / count, denominator - below / count];
    yy += dy * dy;
    xy += dy * dx;
    xx += dx * dx;
  }
  const scale = (t * t * count) / (count - 1);
  const a = below * below - scale * xx;
  const b = above * below - scale * xy;
  const c = above * above - scale * yy;
  const root = b * b - a * c;
  // A denominator that could be zero bounds nothing.
  if (a <= 0 || root < 0) return null;
  return { low: (b - Math.sqrt(root)) / a, high: (b + Math.sqrt(root)) / a };
}

function studentized(
  clusters: readonly Cluster[],
  { ratio, error }: Fit,
  {
    random,
    samples = 999,
    level = 0.95,
  }: { readonly random: Random; readonly samples?: number; readonly level?: number },
) {
  const isPositive = ratio > 0;
  const scores: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const drawn = clusters.map(() => clusters[Math.floor(random() * clusters.length)]!);
    const again = fitOf(drawn);
    if (!(again.error > 0) || (isPositive && !(again.ratio > 0))) continue;
    scores.push(
      isPositive
        ? (Math.log(again.ratio / ratio) * again.ratio) / again.error
        : (again.ratio - ratio) / again.error,
    );
  }
  if (scores.length < samples / 2) return { low: ratio, high: ratio };
  const reach = quantile(scores.map(Math.abs), level);
  if (!isPositive) return { low: ratio - reach * error, high: ratio + reach * error };
  const factor = Math.exp((reach * error) / ratio);
  return { low: ratio / factor, high: ratio * factor };
}
