import type { ControlValues } from './control-columns.ts';
import { hoursPerWeek } from './hour-of-week.ts';

/** Everything that posts say about hours, added up: a fit needs no more, and folding in is adding. */
export interface SlotEvidence {
  /** How many columns of controls there are, the first being the intercept. */
  readonly controls: number;
  /** Weights of posts per hour of the week. */
  readonly weight: readonly number[];
  /** Weighted sums of residuals per hour of the week. */
  readonly sum: readonly number[];
  /** Weighted products of controls with each other: `controls` rows. */
  readonly controlProducts: readonly number[];
  /** Weighted products of controls with hours: `controls` rows of 168. */
  readonly controlSlots: readonly number[];
  /** Weighted products of controls with residuals. */
  readonly controlSum: readonly number[];
  /** The weighted sum of squared weights, for an effective number of posts. */
  readonly squaredWeight: number;
}

/** Adds up posts. */
interface EvidenceSums {
  /**
   * Adds one post.
   *
   * @param residual - In units of the account's residual standard deviation.
   * @param columns - Which control columns are on, and how far: pairs of column and value.
   */
  add(slot: number, residual: number, weight: number, columns: ControlValues): void;
  evidence(): SlotEvidence;
}

/** Starts from nothing, or from earlier evidence, which counts `fade` times as much as it did. */
export function evidenceSums(
  controls: number,
  { earlier, fade = 1 }: { readonly earlier?: SlotEvidence; readonly fade?: number } = {},
): EvidenceSums {
  const faded = (values: readonly number[] | undefined, length: number): Float64Array =>
    values ? Float64Array.from(values, (value) => value * fade) : new Float64Array(length);
  const weights = faded(earlier?.weight, hoursPerWeek);
  const sum = faded(earlier?.sum, hoursPerWeek);
  const controlProducts = faded(earlier?.controlProducts, controls ** 2);
  const controlSlots = faded(earlier?.controlSlots, controls * hoursPerWeek);
  const controlSum = faded(earlier?.controlSum, controls);
  let squaredWeight = (earlier?.squaredWeight ?? 0) * fade ** 2;
  return {
    add(slot, residual, weight, columns) {
      weights[slot] = (weights[slot] as number) + weight;
      sum[slot] = (sum[slot] as number) + weight * residual;
      squaredWeight += weight * weight;
      for (const [column, value] of columns) {
        const share = weight * value;
        const cell = column * hoursPerWeek + slot;
        controlSum[column] = (controlSum[column] as number) + share * residual;
        controlSlots[cell] = (controlSlots[cell] as number) + share;
        for (const [other, otherValue] of columns) {
          const pair = column * controls + other;
          controlProducts[pair] = (controlProducts[pair] as number) + share * otherValue;
        }
      }
    },
    evidence: () => ({
      controls,
      weight: [...weights],
      sum: [...sum],
      controlProducts: [...controlProducts],
      controlSlots: [...controlSlots],
      controlSum: [...controlSum],
      squaredWeight,
    }),
  };
}
