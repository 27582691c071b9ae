import { hoursPerWeek } from './hour-of-week.ts';
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

/** A belief and how far it is believed. */
export interface WeightedBelief {
  readonly belief: SlotBelief;
  /** In (0, 1]; the weights of all beliefs add up to 1. */
  readonly weight: number;
}

// A prior may come from another kind of business: one belief in six stays without opinion, and
// takes over as far as the posts contradict the prior.
const priorWeight = 5 / 6;

const trusted = new WeakMap<SlotPrior, SlotBelief>();
let flat: SlotBelief | undefined;

/** The prior at its word and no opinion at all, weighted; without a prior, no opinion. */
export function hedge(prior: SlotPrior | undefined): readonly WeightedBelief[] {
  if (!prior) return [{ belief: flatBelief(), weight: 1 }];
  return [
    { belief: trustedBelief(prior), weight: priorWeight },
    { belief: flatBelief(), weight: 1 - priorWeight },
  ];
}

function trustedBelief(prior: SlotPrior): SlotBelief {
  let belief = trusted.get(prior);
  if (!belief) {
    const { mean, basis, rank } = prior;
    belief = { mean: Float64Array.from(mean), root: Float64Array.from(basis), rank };
    trusted.set(prior, belief);
  }
  return belief;
}

/** No opinion on which hours are good, only that neighbouring hours are alike. */
function flatBelief(): SlotBelief {
  if (!flat) {
    const { root, rank } = slotKernel();
    flat = { mean: new Float64Array(hoursPerWeek), root, rank };
  }
  return flat;
}
