import { hoursPerWeek } from './hour-of-week.ts';
import { factorise, logDeterminant, solveBackward, solveForward } from './matrix.ts';
import type { SlotEvidence } from './slot-evidence.ts';
import type { SlotBelief } from './slot-prior.ts';

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
const controlPrecision = 1;

/**
 * Conditions a belief on evidence: one Gaussian linear model in the directions of the belief,
 * with controls estimated at the same time.
 */
export function conditionBelief(belief: SlotBelief, evidence: SlotEvidence): SlotPosterior {
  const { controls } = evidence;
  const { rank } = belief;
  const size = controls + rank;
  const projected = projectSlots(belief, evidence);
  const precision = new Float64Array(size * size);
  const right = new Float64Array(size);
  const offset = explainedByMean(belief, evidence);
  for (let row = 0; row < controls; row += 1) {
    right[row] = (evidence.controlSum[row] as number) - (offset.controls[row] as number);
    for (let column = 0; column <= row; column += 1) {
      precision[row * size + column] = evidence.controlProducts[row * controls + column] as number;
    }
    precision[row * size + row] =
      (precision[row * size + row] as number) + (row === 0 ? interceptPrecision : controlPrecision);
  }
  for (let k = 0; k < rank; k += 1) {
    const row = controls + k;
    right[row] = projected.right[k] as number;
    for (let column = 0; column < controls; column += 1) {
      precision[row * size + column] = projected.controls[k * controls + column] as number;
    }
    for (let other = 0; other <= k; other += 1) {
      precision[row * size + controls + other] = projected.products[k * rank + other] as number;
    }
    precision[row * size + row] = (precision[row * size + row] as number) + 1;
  }
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
    logEvidence:
      offset.logEvidence +
      (squared(half) - logDeterminant(factor, size)) / 2 -
      nullEvidence(evidence),
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

/** Products of the belief's directions with each other, with controls and with residuals. */
function projectSlots({ mean, root, rank }: SlotBelief, evidence: SlotEvidence) {
  const { weight, sum, controls, controlSlots } = evidence;
  const products = new Float64Array(rank * rank);
  const right = new Float64Array(rank);
  const withControls = new Float64Array(rank * controls);
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const own = weight[slot] as number;
    if (own === 0) continue;
    const surplus = (sum[slot] as number) - own * (mean[slot] as number);
    const start = slot * rank;
    for (let k = 0; k < rank; k += 1) {
      const value = root[start + k] as number;
      right[k] = (right[k] as number) + value * surplus;
      const scaled = value * own;
      for (let other = 0; other <= k; other += 1) {
        const cell = k * rank + other;
        products[cell] = (products[cell] as number) + scaled * (root[start + other] as number);
      }
      for (let column = 0; column < controls; column += 1) {
        const cell = k * controls + column;
        const share = controlSlots[column * hoursPerWeek + slot] as number;
        withControls[cell] = (withControls[cell] as number) + value * share;
      }
    }
  }
  return { products, right, controls: withControls };
}

/** What the belief's mean alone explains of the evidence. */
function explainedByMean({ mean }: SlotBelief, evidence: SlotEvidence) {
  const { weight, sum, controls, controlSlots } = evidence;
  const withControls = new Float64Array(controls);
  let logEvidence = 0;
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const expected = mean[slot] as number;
    logEvidence +=
      (sum[slot] as number) * expected - ((weight[slot] as number) * expected ** 2) / 2;
    for (let column = 0; column < controls; column += 1) {
      const share = (controlSlots[column * hoursPerWeek + slot] as number) * expected;
      withControls[column] = (withControls[column] as number) + share;
    }
  }
  return { controls: withControls, logEvidence };
}

/** How well controls alone explain the posts, up to what both models share. */
function nullEvidence({ controls, controlProducts, controlSum }: SlotEvidence): number {
  const precision = Float64Array.from(controlProducts);
  for (let row = 0; row < controls; row += 1) {
    const own = row === 0 ? interceptPrecision : controlPrecision;
    precision[row * controls + row] = (precision[row * controls + row] as number) + own;
  }
  const factor = factorise(precision, controls);
  const half = solveForward(factor, controls, Float64Array.from(controlSum));
  return (squared(half) - logDeterminant(factor, controls)) / 2;
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

function squared(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value ** 2, 0);
}
