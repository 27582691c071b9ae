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

/** One post, ready to be added. */
export interface EvidenceRow {
  readonly slot: number;
  /** In units of the account's residual standard deviation. */
  readonly residual: number;
  readonly weight: number;
  /** Which control columns are on, and how far: pairs of column and value. */
  readonly controls: readonly (readonly [column: number, value: number])[];
}

/** Adds up posts. Earlier evidence, if given, counts `fade` times as much as it did. */
export function gatherEvidence(
  rows: Iterable<EvidenceRow>,
  controls: number,
  { earlier, fade = 1 }: { readonly earlier?: SlotEvidence; readonly fade?: number } = {},
): SlotEvidence {
  const faded = (values: readonly number[] | undefined, length: number): number[] =>
    values ? values.map((value) => value * fade) : Array.from({ length }, () => 0);
  const weight = faded(earlier?.weight, hoursPerWeek);
  const sum = faded(earlier?.sum, hoursPerWeek);
  const controlProducts = faded(earlier?.controlProducts, controls ** 2);
  const controlSlots = faded(earlier?.controlSlots, controls * hoursPerWeek);
  const controlSum = faded(earlier?.controlSum, controls);
  let squaredWeight = (earlier?.squaredWeight ?? 0) * fade ** 2;
  for (const row of rows) {
    const { slot, residual } = row;
    const own = row.weight;
    weight[slot] = (weight[slot] as number) + own;
    sum[slot] = (sum[slot] as number) + own * residual;
    squaredWeight += own ** 2;
    for (const [column, value] of row.controls) {
      const share = own * value;
      controlSum[column] = (controlSum[column] as number) + share * residual;
      const cell = column * hoursPerWeek + slot;
      controlSlots[cell] = (controlSlots[cell] as number) + share;
      for (const [other, otherValue] of row.controls) {
        const pair = column * controls + other;
        controlProducts[pair] = (controlProducts[pair] as number) + share * otherValue;
      }
    }
  }
  return { controls, weight, sum, controlProducts, controlSlots, controlSum, squaredWeight };
}
