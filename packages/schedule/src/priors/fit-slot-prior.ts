import { ConfigurationError, type Instant, type Zone } from '@affiche/core';
import { type AccountEvidence, accountEvidence } from './account-evidence.ts';
import type { Control } from '../control-columns.ts';
import { hoursPerWeek } from '../hour-of-week.ts';
import { factorise, solveForward } from '../matrix.ts';
import type { Objective, PostObservation } from '../observation.ts';
import { slotKernel } from '../slot-kernel.ts';
import { conditionBelief } from '../slot-posterior.ts';
import type { SlotPrior } from '../slot-prior.ts';

/** What a prior is learnt with. */
export interface FitSlotPriorOptions {
  /** The zone of each account's audience, by account key. */
  readonly zone: (account: string) => Zone;
  readonly objective: Objective;
  /** Posts after it are refused. */
  readonly now: Instant;
  /** Where the data come from and on which terms: a prior without it cannot be judged. */
  readonly provenance: string;
  /** @defaultValue `['contentType', 'pillar', 'length']` */
  readonly controls?: readonly Control[];
  /** @defaultValue 86400 */
  readonly matureAfterSeconds?: number;
  /**
   * Rounds of expectation and maximisation.
   *
   * @defaultValue 8
   */
  readonly rounds?: number;
}

// So many accounts' worth of belief that hours are as alike as they usually are.
const kernelAccounts = 40;

/**
 * Learns from many accounts of one network what a new account of it should expect: the mean and the
 * covariance of hours, by expectation and maximisation over accounts.
 *
 * ```ts
 * import { fitSlotPrior } from '@affiche/schedule/priors';
 *
 * const prior = fitSlotPrior([], {
 *   zone: () => 'Europe/Paris',
 *   objective: 'engagement',
 *   now: '2027-01-04T08:00:00Z',
 *   provenance: 'no data at all',
 * });
 * prior.accounts; // => 0
 * ```
 *
 * @throws ConfigurationError `several-platforms` when the history mixes networks; `unknown-zone`.
 */
export function fitSlotPrior(
  history: Iterable<PostObservation>,
  options: FitSlotPriorOptions,
): SlotPrior {
  const accounts = accountEvidence(history, options);
  const platforms = new Set(accounts.map(({ platform }) => platform));
  if (platforms.size > 1) {
    throw new ConfigurationError('several-platforms', {
      message: `One prior cannot be learnt from ${[...platforms].join(', ')}: their hours differ`,
      hint: 'Fit one prior per network.',
      details: { platforms: [...platforms] },
    });
  }
  const { mean, root, rank } = maximise(accounts, options.rounds ?? 8);
  return {
    platform: accounts[0]?.platform ?? 'unknown',
    mean: [...mean],
    basis: [...root],
    rank,
    accounts: accounts.length,
    posts: accounts.reduce((sum, { posts }) => sum + posts, 0),
    provenance: options.provenance,
  };
}

// How strong hours may be on a network, beside what was measured on news pages.
const scales = Array.from({ length: 13 }, (_, step) => 0.25 * 1.26 ** step);

/**
 * How strong hours are on this network, beside a mean. Averages over accounts approach it too slowly: it would
 * stay near where it began, and intervals with it, too narrow where hours matter much.
 */
function likeliestScale(accounts: readonly AccountEvidence[], mean: Float64Array): number {
  const { root, rank } = slotKernel();
  let best = 1;
  let most = -Infinity;
  for (const scale of scales) {
    const belief = { mean, root: root.map((value) => value * scale), rank };
    const total = accounts.reduce(
      (sum, { evidence }) => sum + conditionBelief(belief, evidence).logEvidence,
      0,
    );
    if (total > most) {
      best = scale;
      most = total;
    }
  }
  return best;
}

/**
 * Works in the directions of the kernel: an account's hours are the kernel's root times
 * coordinates, which are Gaussian over accounts.
 */
function maximise(accounts: readonly AccountEvidence[], rounds: number) {
  const { root: kernelRoot, rank } = slotKernel();
  let mean: Float64Array = new Float64Array(rank);
  let scale = likeliestScale(accounts, new Float64Array(hoursPerWeek));
  let factor: Float64Array = identity(rank).map((value) => value * scale);
  for (let round = 0; round < rounds && accounts.length > 0; round += 1) {
    if (round === rounds >> 1) {
      // What accounts have in common was taken for their own at first, and would be unlearnt slowly.
      scale = likeliestScale(accounts, beliefOf(kernelRoot, rank, mean, factor).mean);
      factor = identity(rank).map((value) => value * scale);
    }
    const belief = beliefOf(kernelRoot, rank, mean, factor);
    const coordinates: Float64Array[] = [];
    const spread = new Float64Array(rank * rank);
    for (const { evidence } of accounts) {
      const posterior = conditionBelief(belief, evidence);
      const own = posterior.solution.subarray(posterior.controls);
      coordinates.push(multiply(factor, rank, own).map((value, k) => value + (mean[k] as number)));
      addCovariance(spread, factor, rank, posterior.factor, posterior.controls);
    }
    mean = average(coordinates, rank);
    factor = covarianceFactor(coordinates, mean, spread, scale);
  }
  // The mean is known only as well as so many accounts tell it, and a new account adds its own.
  const doubt = Math.sqrt(1 + 1 / Math.max(1, accounts.length));
  return beliefOf(
    kernelRoot,
    rank,
    mean,
    factor.map((value) => value * doubt),
  );
}

function beliefOf(
  kernelRoot: Float64Array,
  rank: number,
  mean: Float64Array,
  factor: Float64Array,
) {
  const root = new Float64Array(hoursPerWeek * rank);
  const expected = new Float64Array(hoursPerWeek);
  for (let slot = 0; slot < hoursPerWeek; slot += 1) {
    const row = kernelRoot.subarray(slot * rank, (slot + 1) * rank);
    for (let k = 0; k < rank; k += 1) {
      expected[slot] = (expected[slot] as number) + (row[k] as number) * (mean[k] as number);
      let sum = 0;
      for (let j = k; j < rank; j += 1)
        sum += (row[j] as number) * (factor[j * rank + k] as number);
      root[slot * rank + k] = sum;
    }
  }
  return { mean: expected, root, rank };
}

/** Adds the posterior covariance of one account's coordinates. */
function addCovariance(
  sum: Float64Array,
  factor: Float64Array,
  rank: number,
  precisionFactor: Float64Array,
  controls: number,
): void {
  const size = controls + rank;
  const rows: Float64Array[] = [];
  for (let row = 0; row < rank; row += 1) {
    const right = new Float64Array(size);
    for (let k = 0; k <= row; k += 1) right[controls + k] = factor[row * rank + k] as number;
    rows.push(solveForward(precisionFactor, size, right, controls).subarray(controls));
  }
  for (let a = 0; a < rank; a += 1) {
    const left = rows[a] ?? right0;
    for (let b = 0; b <= a; b += 1) {
      const right = rows[b] ?? right0;
      let product = 0;
      for (let k = 0; k < rank; k += 1) product += (left[k] as number) * (right[k] as number);
      sum[a * rank + b] = (sum[a * rank + b] as number) + product;
    }
  }
}

const right0 = new Float64Array();

function covarianceFactor(
  coordinates: readonly Float64Array[],
  mean: Float64Array,
  spread: Float64Array,
  scale: number,
): Float64Array {
  const rank = mean.length;
  const total = kernelAccounts + coordinates.length;
  const covariance = spread.slice();
  for (const own of coordinates) {
    for (let a = 0; a < rank; a += 1) {
      const left = (own[a] as number) - (mean[a] as number);
      for (let b = 0; b <= a; b += 1) {
        covariance[a * rank + b] =
          (covariance[a * rank + b] as number) + left * ((own[b] as number) - (mean[b] as number));
      }
    }
  }
  for (let a = 0; a < rank; a += 1) {
    covariance[a * rank + a] = (covariance[a * rank + a] as number) + kernelAccounts * scale ** 2;
  }
  return clearUpper(
    factorise(
      covariance.map((value) => value / total),
      rank,
    ),
    rank,
  );
}

function clearUpper(factor: Float64Array, rank: number): Float64Array {
  for (let row = 0; row < rank; row += 1) factor.fill(0, row * rank + row + 1, (row + 1) * rank);
  return factor;
}

function multiply(factor: Float64Array, rank: number, values: Float64Array): Float64Array {
  const product = new Float64Array(rank);
  for (let row = 0; row < rank; row += 1) {
    let sum = 0;
    for (let k = 0; k <= row; k += 1)
      sum += (factor[row * rank + k] as number) * (values[k] as number);
    product[row] = sum;
  }
  return product;
}

function average(coordinates: readonly Float64Array[], rank: number): Float64Array {
  const mean = new Float64Array(rank);
  for (const own of coordinates) {
    own.forEach((value, k) => {
      mean[k] = (mean[k] as number) + value / coordinates.length;
    });
  }
  return mean;
}

function identity(rank: number): Float64Array {
  const matrix = new Float64Array(rank * rank);
  for (let k = 0; k < rank; k += 1) matrix[k * rank + k] = 1;
  return matrix;
}
