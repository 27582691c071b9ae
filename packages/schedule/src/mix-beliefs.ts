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
      const kept = posteriors.filter(({ prior }) => factorOf(prior) > 0);
      const most = Math.max(...kept.map(({ score }) => score));
      const shares = kept.map(({ prior, score }) => factorOf(prior) * Math.exp(score - most));
      const sum = shares.reduce((all, share) => all + share, 0);
      return kept.map(({ prior, belief: own }, index) => ({
        ...prior,
        weight: (shares[index] as number) / sum,
        belief: own(),
      }));
    },
  };
}

function conditioned(belief: SlotBelief, posterior: SlotPosterior): SlotBelief {
  return { mean: posterior.mean, root: posteriorRoot(belief, posterior), rank: belief.rank };
}

/** The mean and the variance of one hour, or of one hour against a habit, over several beliefs. */
export function mixedMoments(
  parts: readonly WeightedBelief[],
  slot: number,
  habits: readonly Habit[] = [],
): { readonly mean: number; readonly variance: number } {
  let total = 0;
  let mean = 0;
  let square = 0;
  parts.forEach(({ weight, belief: { mean: means, root, rank } }, index) => {
    const habit = habits[index];
    const own = (means[slot] as number) - (habit?.mean ?? 0);
    let variance = 0;
    for (let k = 0; k < rank; k += 1) {
      variance +=
        ((root[slot * rank + k] as number) - (habit ? (habit.root[k] as number) : 0)) ** 2;
    }
    total += weight;
    mean += weight * own;
    square += weight * (variance + own ** 2);
  });
  mean /= total;
  return { mean, variance: Math.max(0, square / total - mean ** 2) };
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
