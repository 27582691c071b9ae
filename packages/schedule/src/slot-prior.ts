import { hoursPerWeek } from './hour-of-week.ts';
import { at, lowRankRoot } from './matrix.ts';
import { slotKernel } from './slot-kernel.ts';

/** What many accounts of one network teach about an account never seen: a mean and a covariance of hours. */
export interface SlotPrior {
  /** The network it was learnt on. */
  readonly platform: string;
  /** 168 expected effects, in units of an account's residual standard deviation. */
  readonly mean: readonly number[];
  /** 168 rows of `rank` numbers whose products give the covariance. */
  readonly basis: readonly number[];
  readonly rank: number;
  /** How many accounts it comes from. */
  readonly accounts: number;
  /** How many posts it comes from. */
  readonly posts: number;
  /** Where the data come from, and on which terms. */
  readonly provenance: string;
}

/** A prior in the shape that arithmetic wants. */
export interface SlotBelief {
  readonly mean: Float64Array;
  readonly root: Float64Array;
  readonly rank: number;
}

const hedged = new WeakMap<SlotPrior, SlotBelief>();
let flat: SlotBelief | undefined;

/** No opinion on which hours are good, only that neighbouring hours are alike. */
export function flatBelief(): SlotBelief {
  if (!flat) {
    const { root, rank } = slotKernel();
    flat = { mean: new Float64Array(hoursPerWeek), root, rank };
  }
  return flat;
}

/**
 * A prior as far as it should be trusted: half its mean, and room for it to be wrong. A prior of the
 * wrong kind of business then costs no more than having none.
 */
export function hedgedBelief(prior: SlotPrior): SlotBelief {
  const known = hedged.get(prior);
  if (known) return known;
  const { covariance } = slotKernel();
  const { mean, basis, rank } = prior;
  const wide = new Float64Array(hoursPerWeek ** 2);
  for (let a = 0; a < hoursPerWeek; a += 1) {
    for (let b = 0; b <= a; b += 1) {
      let sum = at(mean, a) * at(mean, b) + at(covariance, a * hoursPerWeek + b) / 2;
      for (let k = 0; k < rank; k += 1) sum += at(basis, a * rank + k) * at(basis, b * rank + k);
      wide[a * hoursPerWeek + b] = sum;
      wide[b * hoursPerWeek + a] = sum;
    }
  }
  const belief = {
    mean: Float64Array.from(mean, (value) => value / 2),
    ...lowRankRoot(wide, hoursPerWeek),
  };
  hedged.set(prior, belief);
  return belief;
}

/** A prior taken at its word. */
export function trustedBelief({ mean, basis, rank }: SlotPrior): SlotBelief {
  return { mean: Float64Array.from(mean), root: Float64Array.from(basis), rank };
}
