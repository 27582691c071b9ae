import { mean } from './quantile.ts';

/** Outcomes with what was known beforehand taken out. */
export interface Cuped {
  /** The weight of the earlier measure. */
  readonly theta: number;
  readonly adjusted: readonly number[];
  /** The share of variance that is gone: the squared correlation. */
  readonly varianceReduction: number;
}

/**
 * Takes out of an outcome what the same people's earlier measure explains, so that an experiment needs
 * fewer people. Fit all arms together: the earlier measure must not depend on the arm.
 *
 * ```ts
 * import { cuped } from '@affiche/kpi/stats';
 *
 * const { adjusted } = cuped({ outcome: [1, 2, 3, 4], before: [10, 20, 30, 40] });
 * adjusted; // => [2.5, 2.5, 2.5, 2.5]
 * ```
 *
 * @see {@link https://doi.org/10.1145/2433396.2433413 | Deng, Xu, Kohavi and Walker 2013}
 */
export function cuped({
  outcome,
  before,
}: {
  readonly outcome: readonly number[];
  readonly before: readonly number[];
}): Cuped {
  const [middle, base] = [mean(outcome), mean(before)];
  let [covariance, spread, whole] = [0, 0, 0];
  for (const [index, value] of outcome.entries()) {
    const [deviation, earlier] = [value - middle, (before[index] ?? base) - base];
    covariance += deviation * earlier;
    spread += earlier * earlier;
    whole += deviation * deviation;
  }
  const theta = spread > 0 ? covariance / spread : 0;
  return {
    theta,
    adjusted: outcome.map((value, index) => value - theta * ((before[index] ?? base) - base)),
    varianceReduction: spread > 0 && whole > 0 ? covariance ** 2 / (spread * whole) : 0,
  };
}
