import { hoursPerWeek } from './hour-of-week.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import { once } from './once.ts';
import { conditionBelief, posteriorRoot, type SlotPosterior } from './slot-posterior.ts';
import type { SlotBelief, WeightedBelief } from './slot-prior.ts';

/** Several beliefs after seeing posts, each weighted by how well it foresaw them. */
export interface MixedBelief {
  /** 168 expected effects, in units of the residual standard deviation. */
  readonly mean: Float64Array;
  /** How many nats better the posts are explained with hours than without. */
  readonly logEvidence: number;
  /** What the controls do, the intercept first. */
  readonly controls: Float64Array;
  /** All beliefs, or some with their weights multiplied; the weights add up to 1. */
  parts(factorOf?: (part: WeightedBelief) => number): readonly WeightedBelief[];
}

/** Conditions every belief on the evidence and averages them. */
export function conditionBeliefs(
  beliefs: readonly WeightedBelief[],
  evidence: SlotEvidence,
): MixedBelief {
  const posteriors = beliefs.map((prior) => {
    const posterior = conditionBelief(prior.belief, evidence);
    const score = posterior.logEvidence + Math.log(prior.weight);
    return { ...posterior, prior, score, belief: once(() => conditioned(prior.belief, posterior)) };
  });
  const best = Math.max(...posteriors.map(({ score }) => score));
  const weights = posteriors.map(({ score }) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return {
    mean: average(
      posteriors.map(({ mean }) => mean),
      weights,
    ),
    logEvidence: best + Math.log(total),
    controls: average(
      posteriors.map(({ solution, controls }) => solution.subarray(0, controls)),
      weights,
    ),
    parts(factorOf = () => 1) {
      const kept = posteriors
        .map((each) => ({ ...each, score: each.score + Math.log(factorOf(each.prior)) }))
        .filter(({ score }) => score > -Infinity);
      const most = Math.max(...kept.map(({ score }) => score));
      const sum = kept.reduce((all, { score }) => all + Math.exp(score - most), 0);
      return kept.map(({ prior, score, belief: own }) => ({
        ...prior,
        weight: Math.exp(score - most) / sum,
        belief: own(),
      }));
    },
  };
}

function conditioned(belief: SlotBelief, posterior: SlotPosterior): SlotBelief {
  return { mean: posterior.mean, root: posteriorRoot(belief, posterior), rank: belief.rank };
}

/** What one belief says of an hour. */
interface SlotMoments {
  readonly weight: number;
  readonly mean: number;
  readonly variance: number;
}

/** What each belief says of one hour, or of one hour against a habit. */
export function momentsOf(
  parts: readonly WeightedBelief[],
  slot: number,
  habits: readonly Habit[] = [],
): SlotMoments[] {
  return parts.map(({ weight, belief: { mean, root, rank } }, index) => {
    const habit = habits[index];
    let variance = 0;
    for (let k = 0; k < rank; k += 1) {
      variance +=
        ((root[slot * rank + k] as number) - (habit ? (habit.root[k] as number) : 0)) ** 2;
    }
    return { weight, mean: (mean[slot] as number) - (habit?.mean ?? 0), variance };
  });
}

/** The mean and the variance over several beliefs. */
export function mixedMoments(moments: readonly SlotMoments[]): Omit<SlotMoments, 'weight'> {
  let total = 0;
  let mean = 0;
  let square = 0;
  for (const own of moments) {
    total += own.weight;
    mean += own.weight * own.mean;
    square += own.weight * (own.variance + own.mean ** 2);
  }
  mean /= total;
  return { mean, variance: Math.max(0, square / total - mean ** 2) };
}

/**
 * The value below which an hour lies with a probability, over several beliefs whose weights add up to
 * 1. One normal distribution of their mean and variance would be too wide where most of the belief is
 * narrow.
 */
export function mixedQuantile(moments: readonly SlotMoments[], probability: number): number {
  const { mean, variance } = mixedMoments(moments);
  const reach = 5 * Math.sqrt(variance);
  let low = mean - reach;
  let high = mean + reach;
  for (let step = 0; step < 45; step += 1) {
    const middle = (low + high) / 2;
    const below = moments.reduce(
      (sum, own) => sum + own.weight * normalShare((middle - own.mean) / Math.sqrt(own.variance)),
      0,
    );
    if (below < probability) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * The normal distribution function, to 0.00014.
 *
 * @see {@link https://doi.org/10.3926/jiem.2009.v2n1.p114-127 | Bowling et al. 2009}
 */
function normalShare(deviations: number): number {
  return 1 / (1 + Math.exp(-1.5976 * deviations - 0.07056 * deviations ** 3));
}

/** What posting at one's usual hours is worth, under one belief. */
export interface Habit {
  readonly mean: number;
  readonly root: Float64Array;
}

/** What posting at hours with these shares is worth, under each belief. */
export function habitsOf(parts: readonly WeightedBelief[], shares: Float64Array): Habit[] {
  return parts.map(({ belief: { mean, root, rank } }) => {
    const direction = new Float64Array(rank);
    let level = 0;
    for (let slot = 0; slot < hoursPerWeek; slot += 1) {
      const share = shares[slot] as number;
      if (share === 0) continue;
      level += share * (mean[slot] as number);
      for (let k = 0; k < rank; k += 1) {
        direction[k] = (direction[k] as number) + share * (root[slot * rank + k] as number);
      }
    }
    return { mean: level, root: direction };
  });
}

function average(rows: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  rows.forEach((row, index) => {
    const share = (weights[index] as number) / total;
    for (let k = 0; k < mean.length; k += 1)
      mean[k] = (mean[k] as number) + share * (row[k] as number);
  });
  return mean;
}
