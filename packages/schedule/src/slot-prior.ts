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

// A prior may come from another kind of business, and hours may not matter at all: some belief is
// kept for either, and takes over as far as the posts contradict the prior.
const withPrior = { prior: 0.86, usual: 0.05, strong: 0.02, none: 0.07 };
const withoutPrior = { prior: 0, usual: 0.5, strong: 0.2, none: 0.3 };
// Effects of single sellers and persons were measured at up to three times those of pages.
const strongFactor = 3;

const trusted = new WeakMap<SlotPrior, SlotBelief>();
const flat = new Map<number, SlotBelief>();

/** What may be true of an account: the prior, no opinion on hours, weak or strong, or no effect at all. */
export function hedge(prior: SlotPrior | undefined): readonly WeightedBelief[] {
  const weights = prior ? withPrior : withoutPrior;
  return [
    ...(prior ? [{ belief: trustedBelief(prior), weight: weights.prior }] : []),
    { belief: flatBelief(1), weight: weights.usual },
    { belief: flatBelief(strongFactor), weight: weights.strong },
    { belief: noEffect, weight: weights.none },
  ];
}

const noEffect: SlotBelief = {
  mean: new Float64Array(hoursPerWeek),
  root: new Float64Array(),
  rank: 0,
};

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
function flatBelief(factor: number): SlotBelief {
  let belief = flat.get(factor);
  if (!belief) {
    const { root, rank } = slotKernel();
    const scaled = root.map((value) => value * factor);
    belief = { mean: new Float64Array(hoursPerWeek), root: scaled, rank };
    flat.set(factor, belief);
  }
  return belief;
}
