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
 * and after each one, itself included.
 */
export function detrend(values: Float64Array, moments: Float64Array): Detrended {
  const count = values.length;
  const sample = sampleOf(values);
  const middle = median(sample);
  const coarse = usualSpread(sample, middle);
  const levels = smooth(values, moments, { middle, coarse });
  const residuals = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    residuals[index] = (values[index] as number) - (levels[index] as number);
  }
  const scale = spread(residuals);
  for (let index = 0; index < count; index += 1) {
    residuals[index] = clip((residuals[index] as number) / scale, outlier);
  }
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
  const levels = new Float64Array(count);
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
      if (isForward) {
        levels[index] = sum;
        weights[index] = weight;
      } else {
        // The post itself is in both sums; it counts once.
        const both = (levels[index] as number) + sum - value;
        levels[index] = both / ((weights[index] as number) + weight - 1);
      }
    }
  }
  return levels;
}

/** How much the posts so far still count after a pause. */
function memory(pause: number): number {
  return Math.max(1 - 1 / fewestPosts, 1 - pause / shortestMilliseconds);
}

function clip(value: number, bound: number): number {
  return Math.max(-bound, Math.min(bound, value));
}

function spread(residuals: Float64Array): number {
  const bound = outlier * usualSpread(sampleOf(residuals), 0);
  let sum = usualPosts * usualScale ** 2;
  for (const residual of residuals) sum += Math.min(residual ** 2, bound ** 2);
  return Math.sqrt(sum / (residuals.length + usualPosts));
}

/** A standard deviation from the median of absolute deviations. */
function usualSpread(sample: Float64Array, middle: number): number {
  const deviations = sample.map((value) => Math.abs(value - middle));
  return Math.max(1e-9, median(deviations) * 1.4826);
}

// Where the middle lies need only be known roughly: sorting all posts would take most of a fit.
const enoughForMedian = 512;

function sampleOf(values: Float64Array): Float64Array {
  const step = Math.max(1, Math.floor(values.length / enoughForMedian));
  if (step === 1) return values;
  const sample = new Float64Array(Math.ceil(values.length / step));
  for (let index = 0; index < sample.length; index += 1) {
    sample[index] = values[index * step] as number;
  }
  return sample;
}

function median(sample: Float64Array): number {
  const sorted = sample.toSorted();
  const half = sorted.length >> 1;
  if (sorted.length === 0) return 0;
  return sorted.length % 2 === 1
    ? (sorted[half] as number)
    : ((sorted[half - 1] as number) + (sorted[half] as number)) / 2;
}
