import { ConfigurationError } from '@affiche/core';
import { hoursPerWeek } from './hour-of-week.ts';
import { lowRankRoot, sumOfSquares } from './matrix.ts';
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
  /**
   * Whether hours are chosen by it. A narrow belief sends posts where it already thinks they do best,
   * and what goes only there can never prove it wrong; so it may estimate, but not choose.
   */
  readonly isOpen?: true;
  /** How many times as much intervals hold of it as estimates do; 0 where hours do not matter. */
  readonly doubt: number;
}

// Effects of single sellers and persons were measured at up to three times those of pages.
const strongFactor = 3;
const wideFactor = Math.sqrt(strongFactor);
// What a hedged prior keeps of the mean, and how much of it may be an error.
const keptMean = 0.2;
const doubtedMean = 0.7;

const known = new WeakMap<SlotPrior, readonly WeightedBelief[]>();
let untaught: readonly WeightedBelief[] | undefined;

/** What may be true of an account: the prior, something else of its size, or no effect at all. */
export function hedge(prior: SlotPrior | undefined): readonly WeightedBelief[] {
  if (!prior) return (untaught ??= withoutOpinion());
  let beliefs = known.get(prior);
  if (!beliefs) {
    requireWhole(prior);
    const trusted = {
      mean: Float64Array.from(prior.mean),
      root: Float64Array.from(prior.basis),
      rank: prior.rank,
    };
    const { root } = slotKernel();
    const strength = (sumOfSquares(trusted.mean) + sumOfSquares(trusted.root)) / sumOfSquares(root);
    // A prior may come from another kind of business, and hours may not matter at all: some belief
    // is kept for either, and takes over as far as the posts contradict the prior.
    beliefs = [
      { belief: trusted, weight: 0.72, doubt: 1 },
      { belief: hedgedBelief(trusted, strength), weight: 0.12, doubt: 0.4, isOpen: true },
      { belief: flatBelief(Math.sqrt(strength)), weight: 0.09, doubt: 0.4 },
      { belief: noEffect, weight: 0.07, doubt: 0 },
    ];
    known.set(prior, beliefs);
  }
  return beliefs;
}

function requireWhole({ mean, basis, rank }: SlotPrior): void {
  const isWhole = mean.length === hoursPerWeek && basis.length === hoursPerWeek * rank;
  if (isWhole && [...mean, ...basis].every(Number.isFinite)) return;
  throw new ConfigurationError('invalid-option', {
    message: `prior must hold 168 means and 168 × ${rank} finite numbers`,
    hint: 'Pass what fitSlotPrior gave.',
    details: { rank },
  });
}

/**
 * No opinion on which hours are good, only that neighbouring hours are alike. Estimates err to the
 * side of small effects and intervals to that of large ones: a few posts cannot tell them apart.
 */
function withoutOpinion(): readonly WeightedBelief[] {
  return [
    { belief: flatBelief(1), weight: 0.4, doubt: 0.5 },
    { belief: flatBelief(wideFactor), weight: 0.18, doubt: 1.7, isOpen: true },
    { belief: flatBelief(strongFactor), weight: 0.12, doubt: 5, isOpen: true },
    { belief: noEffect, weight: 0.3, doubt: 0 },
  ];
}

/** Hours do not matter. */
export const noEffect: SlotBelief = {
  mean: new Float64Array(hoursPerWeek),
  root: new Float64Array(),
  rank: 0,
};

function flatBelief(factor: number): SlotBelief {
  const { root, rank } = slotKernel();
  const scaled = root.map((value) => value * factor);
  return { mean: new Float64Array(hoursPerWeek), root: scaled, rank };
}

/**
 * The same prior with its mean in doubt: a part of it is kept, more than that may be an error, and
 * hours of the account's own may be as strong as all that the prior expects.
 */
function hedgedBelief({ mean, root, rank }: SlotBelief, strength: number): SlotBelief {
  const covariance = slotKernel().covariance.map((usual, cell) => {
    const a = Math.floor(cell / hoursPerWeek);
    const b = cell % hoursPerWeek;
    let sum = strength * usual + doubtedMean ** 2 * (mean[a] as number) * (mean[b] as number);
    for (let k = 0; k < rank; k += 1)
      sum += (root[a * rank + k] as number) * (root[b * rank + k] as number);
    return sum;
  });
  return { mean: mean.map((value) => value * keptMean), ...lowRankRoot(covariance, hoursPerWeek) };
}
