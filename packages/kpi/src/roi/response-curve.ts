/** What comes back for money put in: V·xˢ ÷ (kˢ + xˢ). */
export interface HillCurve {
  /** V: what an endless budget would bring. */
  readonly most: number;
  /** k: the spend that brings half of it. */
  readonly half: number;
  /** s: up to 1 each euro brings less than the one before; above 1 the first ones bring little. */
  readonly shape: number;
}

/**
 * What a spend brings.
 *
 * ```ts
 * import { hill } from '@affiche/kpi/roi';
 *
 * hill({ most: 100, half: 50, shape: 1 }, 50); // => 50
 * ```
 */
export function hill({ most, half, shape }: HillCurve, spend: number): number {
  if (spend <= 0) return 0;
  // In this form neither power overflows.
  return most / (1 + (half / spend) ** shape);
}

/** What the next unit of money brings: the slope of {@link hill}. */
export function marginalReturn({ most, half, shape }: HillCurve, spend: number): number {
  if (spend <= 0) return shape < 1 ? Infinity : shape === 1 ? most / half : 0;
  const power = (spend / half) ** shape;
  return ((most * shape) / spend) * (power / (1 + power) ** 2);
}

/**
 * What advertising leaves behind: each period keeps a share of the one before.
 *
 * ```ts
 * import { adstock } from '@affiche/kpi/roi';
 *
 * adstock([100, 0, 0, 0], 0.5); // => [100, 50, 25, 12.5]
 * ```
 *
 * @param carryOver The share that is kept from one period to the next, from 0 to below 1.
 */
export function adstock(spends: readonly number[], carryOver: number): number[] {
  let kept = 0;
  return spends.map((spend) => {
    kept = spend + carryOver * kept;
    return kept;
  });
}

/** The spend from which on a curve only flattens: 0 unless its shape is above 1. */
export function inflection({ half, shape }: HillCurve): number {
  return shape <= 1 ? 0 : half * ((shape - 1) / (shape + 1)) ** (1 / shape);
}

/** A spend, and how it changes with the logarithm of the price of money. */
export interface PricedSpend {
  readonly spend: number;
  readonly slope: number;
}

/**
 * The spend, beyond the inflection, at which the next unit brings exactly this much.
 * Newton's method on the logarithm, inside a shrinking bracket.
 */
export function spendAtMarginal(curve: HillCurve, marginal: number): PricedSpend {
  const { most, half, shape } = curve;
  // With u = ln(x ÷ k) the slope's logarithm is ln(V·s ÷ k) + (s − 1)·u − 2·ln(1 + eˢᵘ).
  const height = Math.log((most * shape) / half) - Math.log(marginal);
  const bend = inflection(curve);
  let low = bend > 0 ? Math.log(bend / half) : -60;
  let high = 60;
  let point = Math.max(low, Math.min(high, firstGuess(height, shape)));
  for (let step = 0; ; step++) {
    const power = Math.exp(shape * point);
    const gap = height + (shape - 1) * point - 2 * Math.log1p(power);
    const fall = shape - 1 - (2 * shape * power) / (1 + power);
    if (gap > 0) low = point;
    else high = point;
    const next = point - gap / fall;
    const moved = next > low && next < high ? next : (low + high) / 2;
    // A step of Newton's squares the error: after one of 1e-7 nothing is left to find.
    const near = moved === next ? 1e-7 : 1e-12;
    if (Math.abs(moved - point) < near || step > 80) {
      const spend = half * Math.exp(moved);
      return spend > bend ? { spend, slope: spend / fall } : { spend: bend, slope: 0 };
    }
    point = moved;
  }
}

/** The two straight lines that the curve follows far from its middle. */
function firstGuess(height: number, shape: number): number {
  if (height > 0 || shape >= 1) return height / (shape + 1);
  return height / (1 - shape);
}
