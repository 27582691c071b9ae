import { hoursPerWeek } from './hour-of-week.ts';
import {
  addTo,
  factorise,
  logDeterminant,
  solveBackward,
  solveForward,
  sumOfSquares,
} from './matrix.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import { noEffect, type SlotBelief } from './slot-prior.ts';

/** What is believed about hours after seeing posts: a Gaussian over 168 effects. */
export interface SlotPosterior {
  /** 168 expected effects, in units of the residual standard deviation. */
  readonly mean: Float64Array;
  /** Expected effects of the controls, the intercept first, then of the belief's directions. */
  readonly solution: Float64Array;
  /** The Cholesky factor of the precision of both, controls first. */
  readonly factor: Float64Array;
  readonly controls: number;
  /** How many nats better the posts are explained with hours than without. */
  readonly logEvidence: number;
}

// An account's level is known up to its trend; controls may shift a post by a standard deviation.
const interceptPrecision = 4;

/**
 * Conditions a belief on evidence: one Gaussian linear model in the directions of the belief,
 * with controls estimated at the same time.
 */
export function conditionBelief(belief: SlotBelief, evidence: SlotEvidence): SlotPosterior {
  const posterior = solve(belief, evidence);
  return {
    ...posterior,
    logEvidence: posterior.logEvidence - solve(noEffect, evidence).logEvidence,
  };
}

/** The same, with an evidence that is known but for what all beliefs share. */
function solve(belief: SlotBelief, evidence: SlotEvidence): SlotPosterior {
  const { controls } = evidence;
  const { rank } = belief;
  const size = controls + rank;
  const precision = new Float64Array(size * size);
  const right = new Float64Array(size);
  for (let row = 0; row < size; row += 1) {
    precision[row * size + row] = row === 0 ? interceptPrecision : 1;
  }
  for (let row = 0; row < controls; row += 1) {
    addTo(right, row, evidence.controlSum[row] as number);
    for (let column = 0; column <= row; column += 1) {
      addTo(
        precision,
        row * size + column,
        evidence.controlProducts[row * controls + column] as number,
      );
    }
  }
  const explained = addHours(precision, right, belief, evidence);
  const factor = factorise(precision, size);
  const half = solveForward(factor, size, right.slice());
  const solution = solveBackward(factor, size, half.slice());
  return {
    mean: belief.mean.map(
      (value, slot) => value + dot(belief.root, slot, rank, solution, controls),
    ),
    solution,
    factor,
    controls,
    logEvidence: explained + (sumOfSquares(half) - logDeterminant(factor, size)) / 2,
  };
}

/** 168 rows of `rank` numbers whose products give the posterior covariance of the hours. */
export function posteriorRoot(
  { root, rank }: SlotBelief,
  { factor, controls }: SlotPosterior,
): Float64Array {
  const size = controls + rank;
  const posterior = new Float64Array(hoursPerWeek * rank);
  const row = new Float64Array(size);
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    row.set(root.subarray(slot * rank, (slot + 1) * rank), controls);
    solveForward(factor, size, row, controls);
    posterior.set(row.subarray(controls), slot * rank);
  }
  return posterior;
}

/**
 * Adds products of the belief's directions with each other, with controls and with residuals.
 *
 * @returns How well the belief's mean alone explains the posts.
 */
function addHours(
  precision: Float64Array,
  right: Float64Array,
  { mean, root, rank }: SlotBelief,
  { weight, sum, controls, controlSlots }: SlotEvidence,
): number {
  const size = controls + rank;
  let explained = 0;
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const own = weight[slot] as number;
    if (own === 0) continue;
    const expected = mean[slot] as number;
    const surplus = (sum[slot] as number) - own * expected;
    explained += ((surplus + (sum[slot] as number)) * expected) / 2;
    for (let column = 0; column < controls; column += 1) {
      addTo(right, column, -expected * (controlSlots[column * hoursPerWeek + slot] as number));
    }
    const start = slot * rank;
    for (let k = 0; k < rank; k += 1) {
      const value = root[start + k] as number;
      const row = (controls + k) * size;
      addTo(right, controls + k, value * surplus);
      for (let column = 0; column < controls; column += 1) {
        addTo(
          precision,
          row + column,
          value * (controlSlots[column * hoursPerWeek + slot] as number),
        );
      }
      const scaled = value * own;
      for (let other = 0; other <= k; other += 1) {
        addTo(precision, row + controls + other, scaled * (root[start + other] as number));
      }
    }
  }
  return explained;
}

function dot(
  root: Float64Array,
  slot: number,
  rank: number,
  values: Float64Array,
  first: number,
): number {
  let sum = 0;
  for (let k = 0; k < rank; k += 1)
    sum += (root[slot * rank + k] as number) * (values[first + k] as number);
  return sum;
}
