import { ConfigurationError, type Money } from '@affiche/core';

/**
 * What more money brings: `most · xˢ / (halfˢ + xˢ)`, with x in minor units and s the shape.
 * Above a shape of 1 it is an S: the first cents bring little.
 */
export interface ResponseCurve {
  /** What a boundless budget would bring, in any unit that all lines share. */
  readonly most: number;
  /** The spend that brings half of it, in minor units. */
  readonly half: number;
  readonly shape: number;
  /** Least and most that may be spent, in minor units. */
  readonly bounds?: { readonly least?: number; readonly most?: number };
}

/** A line that wants a part of a budget. */
export interface AllocationLine {
  readonly id: string;
  /**
   * Its part, compared with the weights of the others.
   *
   * @defaultValue 1
   */
  readonly weight?: number;
  /** What its money brings, for an allocation by marginal return. */
  readonly curve?: ResponseCurve;
}

/** A line with the money it got. */
export interface Allocation {
  readonly id: string;
  readonly amount: Money;
}

/**
 * Divides an amount over response curves so that nothing is gained by moving a cent:
 * `allocateBudget` of `@affiche/kpi/roi` is one, S-curves included.
 */
export type BudgetCalculator = (
  lines: readonly (ResponseCurve & { readonly id: string })[],
  minor: number,
) => { readonly lines: readonly { readonly id: string; readonly spend: number }[] };

/** How a budget is divided. */
export interface AllocateBudgetOptions {
  /**
   * Divides by marginal return instead of by weight; every line then needs a curve.
   * The bounds of the curves may leave some of the budget unspent.
   */
  readonly calculator?: BudgetCalculator;
}

/**
 * Divides an amount over lines by integer largest remainder: no cent is lost, none is invented.
 *
 * ```ts
 * import { allocateBudget } from '@affiche/strategy';
 *
 * const thirds = [{ id: 'ads' }, { id: 'events' }, { id: 'tools' }];
 * const parts = allocateBudget({ minor: 10000, currency: 'EUR' }, thirds);
 * parts.map(({ amount }) => amount.minor); // => [3334, 3333, 3333]
 * ```
 *
 * @throws {@link @affiche/core!ConfigurationError | ConfigurationError} `invalid-allocation` for a negative total or weight, for weights
 * that sum to nothing, and for lines without a curve where a calculator is given.
 */
export function allocateBudget(
  total: Money,
  lines: readonly AllocationLine[],
  { calculator }: AllocateBudgetOptions = {},
): Allocation[] {
  const weights = calculator
    ? calculator(lines.map(curveOf), total.minor).lines.map(({ spend }) => spend)
    : lines.map(({ weight = 1 }) => weight);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const wrong = weights.find((weight) => !(weight >= 0));
  if (total.minor < 0 || wrong !== undefined || !(sum > 0) || sum === Infinity) {
    throw invalid(`Cannot divide ${total.minor} by the weights ${weights.join(', ')}`, {
      total,
      weights,
    });
  }
  const minor = calculator ? Math.min(total.minor, Math.round(sum)) : total.minor;
  const minors = largestRemainder(minor, weights, sum);
  return lines.map(({ id }, index) => ({
    id,
    amount: { minor: minors[index] ?? 0, currency: total.currency },
  }));
}

/** Rounds every part down, then gives the cents left over to the largest remainders, the first of equals first. */
function largestRemainder(minor: number, weights: readonly number[], sum: number): number[] {
  // A share can round up to the next whole cent in floating point: never hand out more than there is.
  let left = minor;
  const exact = weights.map((weight) => (minor * weight) / sum);
  const parts = exact.map((part) => {
    const whole = Math.min(Math.floor(part), left);
    left -= whole;
    return whole;
  });
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part - Math.floor(part), weight: weights[index] }))
    .filter(({ weight }) => weight !== 0)
    .toSorted((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (let turn = 0; left > 0; turn += 1, left -= 1) {
    const index = byRemainder[turn % byRemainder.length]?.index ?? 0;
    parts[index] = (parts[index] ?? 0) + 1;
  }
  return parts;
}

function curveOf({ id, curve }: AllocationLine): ResponseCurve & { readonly id: string } {
  if (curve) return { ...curve, id };
  throw invalid(`The line "${id}" has no response curve`, { line: id });
}

function invalid(
  message: string,
  details: Readonly<Record<string, unknown>>,
): ConfigurationError<'invalid-allocation'> {
  return new ConfigurationError('invalid-allocation', {
    message,
    hint: 'Give a total of zero or more, weights of zero or more with one above zero, and curves for a calculator.',
    details,
  });
}
