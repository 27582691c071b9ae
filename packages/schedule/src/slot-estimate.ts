import { seededRandom } from '@affiche/core';
import { surfaceDrawer } from './draw-surface.ts';
import { hoursPerWeek, type HourOfWeek } from './hour-of-week.ts';
import { habitsOf, mixedMoments } from './mix-beliefs.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import type { WeightedBelief } from './slot-prior.ts';
import { steady } from './steady-number.ts';

/** A number with the 90 % interval around it. */
export interface Interval {
  readonly low: number;
  readonly estimate: number;
  readonly high: number;
}

/** How far the account's own posts say anything about hours. */
export type Signal = 'none' | 'thin' | 'moderate' | 'strong';

/** What is known about posting in one hour of the week. */
export interface SlotEstimate {
  /** 0 is Monday 00:00 on the audience's walls. */
  readonly slot: HourOfWeek;
  /** Relative gain over the account's own current hours: `0.12` is 12 % more, with its 90 % interval. */
  readonly uplift: Interval;
  /** The probability that it is one of the ten best hours. */
  readonly probTop: number;
  /** How many posts in that very hour would tell as much as all the account's own posts do. */
  readonly effectivePosts: number;
  /** The share of the evidence that comes from the prior: 1 means that no own post speaks. */
  readonly priorShare: number;
  readonly signal: Signal;
}

const ninety = 1.6449;
const top = 10;
const draws = 256;

// Odds for hours mattering at all. If they do not, odds of 20 arise by chance in one history of 20.
const overall: readonly [Signal, number][] = [
  ['strong', Math.log(1000)],
  ['moderate', Math.log(100)],
  ['thin', Math.log(20)],
];
const single: readonly [Signal, number][] = [
  ['strong', 2.5758],
  ['moderate', ninety],
  ['thin', 1],
];
const order: readonly Signal[] = ['none', 'thin', 'moderate', 'strong'];

/** How far a history shows that hours matter at all. */
export function signalOf(logEvidence: number): Signal {
  return overall.find(([, least]) => logEvidence >= least)?.[0] ?? 'none';
}

/** What the estimates of a week are made of. */
export interface EstimateInput {
  readonly before: readonly WeightedBelief[];
  readonly after: readonly WeightedBelief[];
  /** Those in which hours matter, weighted as intervals do. */
  readonly mattering: readonly WeightedBelief[];
  readonly evidence: SlotEvidence;
  /** No single hour is surer than the whole week. */
  readonly signal: Signal;
  /** The standard deviation of one post, in log points. */
  readonly scale: number;
}

/** The 168 estimates, in order of the week. */
export function estimateSlots({
  before,
  after,
  mattering,
  evidence,
  signal,
  scale,
}: EstimateInput): SlotEstimate[] {
  const usual = usualHours(evidence);
  const habits = habitsOf(after, usual);
  const habitsIfMattering = habitsOf(mattering, usual);
  const matteringBefore = before.map((part) => ({ ...part, weight: part.weight * part.doubt }));
  const probabilities = topProbabilities(mattering);
  return Array.from({ length: hoursPerWeek }, (_, slot) => {
    const expected = mixedMoments(after, slot, habits).mean;
    // Estimates allow for hours not mattering; an interval that did would be too narrow when they do.
    const { mean, variance } = mixedMoments(mattering, slot, habitsIfMattering);
    const deviation = Math.sqrt(variance);
    const known = mixedMoments(matteringBefore, slot).variance;
    const left = mixedMoments(mattering, slot).variance;
    const own = single.find(([, least]) => Math.abs(expected) >= least * deviation)?.[0] ?? 'none';
    return {
      slot,
      uplift: {
        low: steady(Math.expm1(scale * Math.min(expected, mean - ninety * deviation))),
        estimate: steady(Math.expm1(scale * expected)),
        high: steady(Math.expm1(scale * Math.max(expected, mean + ninety * deviation))),
      },
      probTop: probabilities[slot] as number,
      effectivePosts: steady(Math.max(0, 1 / left - 1 / known)),
      priorShare: steady(Math.min(1, left / known)),
      signal: order.indexOf(own) < order.indexOf(signal) ? own : signal,
    };
  });
}

/** The account's own habit: which share of its posts went out in which hour; even, without posts. */
function usualHours({ weight }: SlotEvidence): Float64Array {
  const total = weight.reduce((sum, value) => sum + value, 0);
  return Float64Array.from(weight, (value) => (total > 0 ? value / total : 1 / hoursPerWeek));
}

function topProbabilities(parts: readonly WeightedBelief[]): Float64Array {
  const random = seededRandom('posting-times');
  const draw = surfaceDrawer(parts);
  const counts = new Float64Array(hoursPerWeek);
  for (let index = 0; index < draws; index += 1) {
    const surface = draw(random);
    const least = surface.toSorted()[hoursPerWeek - top] as number;
    surface.forEach((value, slot) => {
      if (value >= least) counts[slot] = (counts[slot] as number) + 1 / draws;
    });
  }
  return counts;
}
