import type { ControlValues } from './control-columns.ts';
import { hoursPerWeek } from './hour-of-week.ts';
import { addTo } from './matrix.ts';

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
   * @param on - Which control columns are on besides the intercept, and how far.
   */
  add(slot: number, residual: number, weight: number, on: ControlValues): void;
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
    add(slot, residual, weight, on) {
      addTo(weights, slot, weight);
      addTo(sum, slot, weight * residual);
      squaredWeight += weight * weight;
      // The intercept is on for every post.
      addTo(controlSum, 0, weight * residual);
      addTo(controlSlots, slot, weight);
      addTo(controlProducts, 0, weight);
      for (let index = 0; index < on.count; index += 1) {
        const column = on.columns[index] as number;
        const share = weight * (on.values[index] as number);
        addTo(controlSum, column, share * residual);
        addTo(controlSlots, column * hoursPerWeek + slot, share);
        addTo(controlProducts, column, share);
        addTo(controlProducts, column * controls, share);
        for (let other = 0; other < on.count; other += 1) {
          const pair = column * controls + (on.columns[other] as number);
          addTo(controlProducts, pair, share * (on.values[other] as number));
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
