import { type Random, seededRandom } from '@affiche/core';
import { hoursPerWeek, type HourOfWeek } from './hour-of-week.ts';
import { at } from './matrix.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import type { SlotBelief } from './slot-prior.ts';

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
  readonly before: SlotBelief;
  readonly after: SlotBelief;
  readonly evidence: SlotEvidence;
  /** No single hour is surer than the whole week. */
  readonly signal: Signal;
  /** The standard deviation of one post, in log points. */
  readonly scale: number;
}

/** The 168 estimates, in order of the week. */
export function estimateSlots(input: EstimateInput): SlotEstimate[] {
  const { scale, after: known } = input;
  const reference = against(known, usualHours(input.evidence));
  const probabilities = topProbabilities(known);
  return Array.from({ length: hoursPerWeek }, (_, slot) => {
    const expected = at(known.mean, slot) - reference.mean;
    const deviation = Math.sqrt(difference(known, slot, reference.root));
    const before = variance(input.before, slot);
    const after = variance(known, slot);
    const own = single.find(([, least]) => Math.abs(expected) >= least * deviation)?.[0] ?? 'none';
    return {
      slot,
      uplift: {
        low: Math.expm1(scale * (expected - ninety * deviation)),
        estimate: Math.expm1(scale * expected),
        high: Math.expm1(scale * (expected + ninety * deviation)),
      },
      probTop: at(probabilities, slot),
      effectivePosts: Math.max(0, 1 / after - 1 / before),
      priorShare: Math.min(1, after / before),
      signal: order.indexOf(own) < order.indexOf(input.signal) ? own : input.signal,
    };
  });
}

/** Draws a surface of a belief; `spread` 0.5 halves its standard deviations. */
export function drawSurface(
  { mean, root, rank }: SlotBelief,
  random: Random,
  spread = 1,
): Float64Array {
  const chance = gaussians(random, rank, spread);
  const surface = mean.slice();
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const start = slot * rank;
    let sum = 0;
    for (let k = 0; k < rank; k += 1) sum += at(root, start + k) * at(chance, k);
    surface[slot] = at(surface, slot) + sum;
  }
  return surface;
}

/** The account's own habit: which share of its posts went out in which hour; even, without posts. */
export function usualHours({ weight }: SlotEvidence): Float64Array {
  const total = weight.reduce((sum, value) => sum + value, 0);
  return Float64Array.from(weight, (value) => (total > 0 ? value / total : 1 / hoursPerWeek));
}

function against({ mean, root, rank }: SlotBelief, usual: Float64Array) {
  const direction = new Float64Array(rank);
  let level = 0;
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const share = at(usual, slot);
    if (share === 0) continue;
    level += share * at(mean, slot);
    for (let k = 0; k < rank; k += 1) {
      direction[k] = at(direction, k) + share * at(root, slot * rank + k);
    }
  }
  return { mean: level, root: direction };
}

function difference({ root, rank }: SlotBelief, slot: number, other: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < rank; k += 1) sum += (at(root, slot * rank + k) - at(other, k)) ** 2;
  return sum;
}

function variance({ root, rank }: SlotBelief, slot: number): number {
  let sum = 0;
  for (let k = 0; k < rank; k += 1) sum += at(root, slot * rank + k) ** 2;
  return sum;
}

function topProbabilities(posterior: SlotBelief): Float64Array {
  const random = seededRandom('posting-times');
  const counts = new Float64Array(hoursPerWeek);
  for (let draw = 0; draw < draws; draw += 1) {
    const surface = drawSurface(posterior, random);
    const least = at(surface.toSorted(), hoursPerWeek - top);
    surface.forEach((value, slot) => {
      if (value >= least) counts[slot] = at(counts, slot) + 1 / draws;
    });
  }
  return counts;
}

/** Standard normal numbers, two at a time (Box and Muller 1958). */
function gaussians(random: Random, count: number, spread: number): Float64Array {
  const values = new Float64Array(count);
  for (let index = 0; index < count; index += 2) {
    const radius = spread * Math.sqrt(-2 * Math.log(1 - random()));
    const angle = 2 * Math.PI * random();
    values[index] = radius * Math.cos(angle);
    if (index + 1 < count) values[index + 1] = radius * Math.sin(angle);
  }
  return values;
}
