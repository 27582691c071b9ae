import { hoursPerWeek } from './hour-of-week.ts';
import { at } from './matrix.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import { conditionBelief, posteriorRoot } from './slot-posterior.ts';
import type { SlotBelief, WeightedBelief } from './slot-prior.ts';

/** Several beliefs after seeing posts, each weighted by how well it foresaw them. */
export interface MixedBelief {
  /** 168 expected effects, in units of the residual standard deviation. */
  readonly mean: Float64Array;
  /** How many nats better the posts are explained with hours than without. */
  readonly logEvidence: number;
  /** What the controls do, the intercept first. */
  readonly controls: Float64Array;
  /** The Gaussian with the mixture's mean and covariance; computed when asked for. */
  gaussian(): SlotBelief;
}

/** Conditions every belief on the evidence and averages them. */
export function conditionBeliefs(
  beliefs: readonly WeightedBelief[],
  evidence: SlotEvidence,
): MixedBelief {
  const posteriors = beliefs.map(({ belief }) => conditionBelief(belief, evidence));
  const scores = posteriors.map(
    ({ logEvidence }, index) => logEvidence + Math.log(beliefs[index]?.weight ?? 0),
  );
  const best = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - best), 0);
  const weights = scores.map((score) => Math.exp(score - best) / total);
  const average = (values: readonly Float64Array[]) =>
    (values[0] ?? new Float64Array()).map((_, index) =>
      values.reduce((sum, own, k) => sum + at(weights, k) * at(own, index), 0),
    );
  return {
    mean: average(posteriors.map(({ mean }) => mean)),
    logEvidence: best + Math.log(total),
    controls: average(posteriors.map(({ solution, controls }) => solution.subarray(0, controls))),
    gaussian: () =>
      mixGaussians(
        posteriors.map((posterior, index) => ({
          weight: at(weights, index),
          belief: {
            mean: posterior.mean,
            root: posteriorRoot(beliefs[index]?.belief ?? emptyBelief, posterior),
            rank: beliefs[index]?.belief.rank ?? 0,
          },
        })),
      ),
  };
}

const emptyBelief: SlotBelief = { mean: new Float64Array(), root: new Float64Array(), rank: 0 };

/** The Gaussian with the mean and the covariance of a mixture. */
export function mixGaussians(parts: readonly WeightedBelief[]): SlotBelief {
  const [only] = parts;
  if (parts.length === 1 && only) return only.belief;
  const mean = new Float64Array(hoursPerWeek);
  for (const { weight, belief } of parts) {
    belief.mean.forEach((value, slot) => {
      mean[slot] = at(mean, slot) + weight * value;
    });
  }
  // Each part brings its own directions, and one more for its distance from the common mean.
  const rank = parts.reduce((sum, { belief }) => sum + belief.rank + 1, 0);
  const root = new Float64Array(hoursPerWeek * rank);
  let first = 0;
  for (const { weight, belief } of parts) {
    const share = Math.sqrt(weight);
    for (let slot = 0; slot < hoursPerWeek; slot += 1) {
      const start = slot * rank + first;
      for (let k = 0; k < belief.rank; k += 1) {
        root[start + k] = share * at(belief.root, slot * belief.rank + k);
      }
      root[start + belief.rank] = share * (at(belief.mean, slot) - at(mean, slot));
    }
    first += belief.rank + 1;
  }
  return { mean, root, rank };
}
