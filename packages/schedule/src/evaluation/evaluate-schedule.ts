import { ConfigurationError, type Random, type Zone } from '@affiche/core';
import { detrend } from '../account-trend.ts';
import { hoursPerWeek, hourOfWeekAt, type HourOfWeek } from '../hour-of-week.ts';
import { momentOf } from '../moment-of.ts';
import { type Objective, objectiveValue, type PostObservation } from '../observation.ts';
import type { Interval } from '../slot-estimate.ts';
import { slotKernel } from '../slot-kernel.ts';

/** How a log of posts is read. */
export interface EvaluateScheduleOptions {
  readonly zone: Zone;
  readonly objective: Objective;
  /** Chance for the bootstrap. */
  readonly random: Random;
  /**
   * How many times the log is drawn again for the intervals.
   *
   * @defaultValue 500
   */
  readonly resamples?: number;
}

/** What a schedule would have gained over the one that was followed, relative: 0.1 is 10 % more. */
export interface ScheduleEvaluation {
  /** Self-normalised inverse propensity: only reweights what happened. */
  readonly snips: Interval;
  /** Doubly robust: a model of hours, corrected by what happened. */
  readonly doublyRobust: Interval;
  /** How many posts the reweighted log is worth. */
  readonly effectivePosts: number;
  /** Posts whose hour was chosen by a logged chance; the others' chance was read off the habit. */
  readonly loggedShare: number;
  readonly posts: number;
}

interface LoggedPost {
  readonly slot: HourOfWeek;
  readonly outcome: number;
  readonly propensity: number;
  /** How much likelier the policy would have posted then. */
  readonly ratio: number;
}

// Where no propensity was logged, the habit stands in for it: mostly as counted, a little smoothed.
const countedShare = 0.7;
const leastPropensity = 1e-4;
const heaviest = 50;
// Fewer posts cannot tell how far they would scatter: an interval drawn from them would be a fancy.
const fewestPosts = 5;

/**
 * Judges a schedule by posts that went out under another one, without trying it. `policy` gives each
 * hour of the week its share; shares need not add up to 1. Posts that `propose` chose carry their
 * propensity and make the answer sound; without them it assumes that nothing but the hour was chosen.
 * A propensity that is none (0, above 1, not a number) counts as missing, an id once.
 *
 * ```ts
 * import { seededRandom } from '@affiche/core';
 * import type { PostObservation } from '@affiche/schedule';
 * import { evaluateSchedule } from '@affiche/schedule/evaluation';
 *
 * const log = Array.from({ length: 200 }, (_, index): PostObservation => {
 *   const hour = String(index % 2 ? 18 : 9).padStart(2, '0');
 *   const day = String((index % 28) + 1).padStart(2, '0');
 *   const publishedAt = `2026-${String((index % 7) + 1).padStart(2, '0')}-${day}T${hour}:00:00Z`;
 *   const metrics = { reactions: index % 2 ? 40 : 20 };
 *   const measuredAt = '2026-12-01T00:00:00Z';
 *   return { id: `${index}`, account: 'a', platform: 'bluesky', publishedAt, measuredAt, metrics };
 * });
 * const { snips } = evaluateSchedule(log, (slot) => (slot % 24 === 18 ? 1 : 0), {
 *   zone: 'UTC',
 *   objective: 'engagement',
 *   random: seededRandom('bootstrap'),
 * });
 * snips.low > 0.2; // => true
 * ```
 *
 * @throws ConfigurationError `no-overlap` when hardly a post went out in the policy's hours,
 * `invalid-option`, `unknown-zone`.
 * @see {@link https://papers.nips.cc/paper/2015/hash/39027dfad5138c9ca0c474d71db915c3-Abstract.html | Swaminathan and Joachims 2015}
 */
export function evaluateSchedule(
  log: readonly PostObservation[],
  policy: (slot: HourOfWeek) => number,
  { zone, objective, random, resamples = 500 }: EvaluateScheduleOptions,
): ScheduleEvaluation {
  const wished = Float64Array.from({ length: hoursPerWeek }, (_, slot) => policy(slot));
  if (!wished.every((share) => share >= 0 && share < Infinity) || !wished.some(Boolean)) {
    throw new ConfigurationError('invalid-option', {
      message: 'The policy gives an hour a share below 0 or none at all, or every hour 0',
      hint: 'Let it return a number for each hour of the week, 0 where it would not post.',
    });
  }
  if (!(resamples >= 1)) {
    throw new ConfigurationError('invalid-option', {
      message: `resamples is ${resamples}; it must be at least 1`,
      hint: 'Leave it out for 500.',
      details: { resamples },
    });
  }
  const target = shares(wished);
  const { posts, scale, loggedShare } = readLog(log, target, zone, objective);
  const weight = posts.reduce((sum, { ratio }) => sum + ratio, 0);
  const squares = posts.reduce((sum, { ratio }) => sum + ratio ** 2, 0);
  const effectivePosts = squares > 0 ? weight ** 2 / squares : 0;
  if (effectivePosts < fewestPosts) {
    throw new ConfigurationError('no-overlap', {
      message: `For the policy's hours the ${posts.length} usable posts are worth ${effectivePosts.toFixed(1)}: at least ${fewestPosts} are needed`,
      hint: 'A schedule can only be judged by posts in its hours; let propose() try them first.',
      details: { posts: posts.length, effectivePosts, limit: fewestPosts },
    });
  }
  const model = smoothedOutcomes(posts);
  const gain = (standard: number) => Math.expm1(standard * scale);
  const again = Array.from({ length: resamples }, () => resample(posts, random));
  return {
    snips: interval(snips(posts), again.map(snips), gain),
    doublyRobust: interval(
      doublyRobust(posts, target, model),
      again.map((each) => doublyRobust(each, target, model)),
      gain,
    ),
    effectivePosts,
    loggedShare,
    posts: posts.length,
  };
}

function readLog(
  log: readonly PostObservation[],
  target: Float64Array,
  zone: Zone,
  objective: Objective,
) {
  const usable = [...new Map(log.map((post) => [post.id, post])).values()]
    .flatMap((post) => {
      const value = objectiveValue(post.metrics, objective);
      const moment = momentOf(post.publishedAt);
      const isUsable =
        value !== undefined &&
        value >= 0 &&
        value < Infinity &&
        !Number.isNaN(moment) &&
        !post.paid;
      return isUsable ? [{ post, moment, logValue: Math.log1p(value) }] : [];
    })
    .toSorted((a, b) => a.moment - b.moment);
  const { residuals, scale } = detrend(
    Float64Array.from(usable, ({ logValue }) => logValue),
    Float64Array.from(usable, ({ moment }) => moment),
  );
  const slots = usable.map(({ moment }) => hourOfWeekAt(moment, zone));
  const habit = habitOf(slots);
  const posts = usable.map(({ post }, index): LoggedPost => {
    const slot = slots[index] ?? 0;
    const propensity = Math.max(leastPropensity, loggedOf(post) ?? (habit[slot] as number));
    const ratio = Math.min(heaviest, (target[slot] as number) / propensity);
    return { slot, outcome: residuals[index] as number, propensity, ratio };
  });
  const logged = usable.filter(({ post }) => loggedOf(post) !== undefined).length;
  return { posts, scale, loggedShare: usable.length === 0 ? 0 : logged / usable.length };
}

/** The chance that was logged, if it is one. */
function loggedOf({ propensity = 0 }: PostObservation): number | undefined {
  return propensity > 0 && propensity <= 1 ? propensity : undefined;
}

function habitOf(slots: readonly HourOfWeek[]): Float64Array {
  const counts = new Float64Array(hoursPerWeek);
  for (const slot of slots) counts[slot] = (counts[slot] as number) + 1;
  const counted = shares(counts);
  const smooth = smoothOver(counted);
  return counted.map(
    (share, slot) => countedShare * share + (1 - countedShare) * (smooth[slot] as number),
  );
}

/** What a post usually comes to in each hour, borrowing from alike hours. */
function smoothedOutcomes(posts: readonly LoggedPost[]): Float64Array {
  const sums = new Float64Array(hoursPerWeek);
  const counts = new Float64Array(hoursPerWeek);
  for (const { slot, outcome } of posts) {
    sums[slot] = (sums[slot] as number) + outcome;
    counts[slot] = (counts[slot] as number) + 1;
  }
  const [sum, count] = [smoothOver(sums, false), smoothOver(counts, false)];
  return sum.map((value, slot) => value / ((count[slot] as number) + 5));
}

function smoothOver(values: Float64Array, isShare = true): Float64Array {
  const { covariance } = slotKernel();
  const smooth = values.map((_, slot) => {
    const own = slot * hoursPerWeek;
    const most = covariance[own + slot] as number;
    return values.reduce(
      (sum, value, other) => sum + (value * (covariance[own + other] as number)) / most,
      0,
    );
  });
  return isShare ? shares(smooth) : smooth;
}

function snips(posts: readonly LoggedPost[]): number {
  let sum = 0;
  let weight = 0;
  for (const { outcome, ratio } of posts) {
    sum += ratio * outcome;
    weight += ratio;
  }
  return (weight > 0 ? sum / weight : 0) - meanOutcome(posts);
}

function doublyRobust(
  posts: readonly LoggedPost[],
  target: Float64Array,
  model: Float64Array,
): number {
  const expected = target.reduce((sum, share, slot) => sum + share * (model[slot] as number), 0);
  const correction = posts.reduce(
    (sum, { slot, outcome, ratio }) => sum + ratio * (outcome - (model[slot] as number)),
    0,
  );
  return expected + correction / posts.length - meanOutcome(posts);
}

function meanOutcome(posts: readonly LoggedPost[]): number {
  return posts.reduce((sum, { outcome }) => sum + outcome, 0) / posts.length;
}

function resample(posts: readonly LoggedPost[], random: Random): LoggedPost[] {
  return posts.map((post) => posts[Math.floor(random() * posts.length)] ?? post);
}

function interval(
  estimate: number,
  again: readonly number[],
  gain: (standard: number) => number,
): Interval {
  const sorted = again.toSorted((a, b) => a - b);
  const [low, high] = [0.05, 0.95].map(
    (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? estimate,
  ) as [number, number];
  return { low: gain(low), estimate: gain(estimate), high: gain(high) };
}

function shares(values: Float64Array): Float64Array {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  return values.map((value) => (total > 0 ? Math.max(0, value) / total : 1 / hoursPerWeek));
}
