import { steady, steadyWeight } from './steady-number.ts';

/** The level an account's posts move around. */
export interface AccountLevel {
  /** Of the logarithm of the objective. */
  readonly level: number;
  /** The standard deviation of one post around it, in log points. */
  readonly scale: number;
  /** How many posts it comes from. */
  readonly posts: number;
  /** When the last of them went out, in milliseconds since the epoch. */
  readonly lastAt: number;
}

/** A level without the digits that depend on the runtime. */
export function steadyLevel(known: AccountLevel): AccountLevel {
  return { ...known, level: steady(known.level), scale: steadyWeight(known.scale) };
}

/** What is left of a series once its slow movement is taken out. */
export interface Detrended extends AccountLevel {
  /** One per value, in units of `scale`. */
  readonly residuals: Float64Array;
}

// A level lasts some forty posts and some sixty days, whichever is longer: a shorter one would take
// the good hours of a busy account for a trend.
const fewestPosts = 40;
const shortestMilliseconds = 60 * 86_400_000;
// With few posts the spread is not known either: it starts at one log point, worth five posts.
const usualScale = 1;
const usualPosts = 5;
// How many standard deviations a post may differ: beyond, it is luck.
const outlier = 3.5;

/**
 * Takes the slow movement out of a series in order of time: an exponential mean of the posts before
 * and after each one, itself included. What hours and controls explain, if known, is left in.
 */
export function detrend(
  values: Float64Array,
  moments: Float64Array,
  explained?: Float64Array,
): Detrended {
  const count = values.length;
  const plain = values.map((value, index) => value - (explained?.[index] ?? 0));
  const middle = median(plain);
  const coarse = usualSpread(plain.map((value) => Math.abs(value - middle)));
  const levels = smooth(plain, moments, { middle, coarse });
  const scale = spread(plain.map((value, index) => value - (levels[index] as number)));
  const residuals = values.map((value, index) => {
    const standard = (value - (levels[index] as number)) / scale;
    return Math.max(-outlier, Math.min(outlier, standard));
  });
  const lastAt = moments[count - 1] ?? 0;
  return { residuals, level: levels[count - 1] ?? 0, scale, posts: count, lastAt };
}

/** One more post, for a level to follow. */
export interface LevelStep {
  /** The logarithm of the objective. */
  readonly value: number;
  /** When it went out, in milliseconds since the epoch. */
  readonly moment: number;
  /** What hours and controls explain of it, in standard deviations. */
  readonly explained: number;
}

/** Moves a level by one more post. */
export function followLevel(
  known: AccountLevel | undefined,
  { value, moment, explained }: LevelStep,
): { readonly account: AccountLevel; readonly residual: number } {
  // The first post of an account is its own level: it says nothing about its hour.
  if (!known || known.posts === 0) {
    return {
      account: { level: value, scale: known?.scale ?? usualScale, posts: 1, lastAt: moment },
      residual: 0,
    };
  }
  const { level, scale, lastAt } = known;
  const posts = known.posts + 1;
  const standard = clip((value - level) / scale, outlier);
  const surprise = standard - explained;
  const forgotten = 1 - memory(moment - lastAt);
  const rate = Math.max(forgotten, 1 / posts);
  const learning = Math.max(forgotten / 2, 1 / (posts + usualPosts));
  return {
    account: {
      level: level + rate * surprise * scale,
      scale: scale * Math.sqrt(1 + learning * (surprise ** 2 - 1)),
      posts,
      lastAt: Math.max(lastAt, moment),
    },
    residual: standard,
  };
}

/** Exponential means from both sides; posts far off pull no harder than `outlier` spreads. */
function smooth(
  values: Float64Array,
  moments: Float64Array,
  { middle, coarse }: { readonly middle: number; readonly coarse: number },
): Float64Array {
  const count = values.length;
  const sums = new Float64Array(count);
  const weights = new Float64Array(count);
  for (const isForward of [true, false]) {
    let level = middle;
    let sum = 0;
    let weight = 0;
    let last = 0;
    for (let step = 0; step < count; step += 1) {
      const index = isForward ? step : count - 1 - step;
      const moment = moments[index] as number;
      const kept = step === 0 ? 0 : memory(Math.abs(moment - last));
      last = moment;
      if (weight > 0) level = sum / weight;
      const value = level + clip((values[index] as number) - level, outlier * coarse);
      sum = sum * kept + value;
      weight = weight * kept + 1;
      // The post itself is in both sums; it counts once.
      const once = isForward ? 0 : 1;
      sums[index] = (sums[index] as number) + sum - once * value;
      weights[index] = (weights[index] as number) + weight - once;
    }
  }
  return sums.map((sum, index) => sum / (weights[index] as number));
}

/** How much the posts so far still count after a pause. */
function memory(pause: number): number {
  return Math.max(1 - 1 / fewestPosts, 1 - pause / shortestMilliseconds);
}

function clip(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}

function spread(residuals: Float64Array): number {
  const bound = outlier * usualSpread(residuals.map(Math.abs));
  let sum = usualPosts * usualScale ** 2;
  for (const residual of residuals) sum += Math.min(residual ** 2, bound ** 2);
  return Math.sqrt(sum / (residuals.length + usualPosts));
}

/** A standard deviation from the median of absolute deviations. */
function usualSpread(deviations: Float64Array): number {
  return Math.max(1e-9, median(deviations) * 1.4826);
}

// Where the middle lies need only be known roughly: sorting all posts would take most of a fit.
const enoughForMedian = 512;

function median(values: Float64Array): number {
  const step = Math.max(1, Math.floor(values.length / enoughForMedian));
  const sample = step === 1 ? values : values.filter((_, index) => index % step === 0);
  const sorted = sample.toSorted();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
