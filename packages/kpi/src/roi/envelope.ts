import {
  type HillCurve,
  type PricedSpend,
  hill,
  inflection,
  marginalReturn,
  spendAtMarginal,
} from './response-curve.ts';

/** A curve between two spends, under the smallest concave lid: a chord, then the curve itself. */
export interface Envelope {
  readonly curve: HillCurve;
  readonly from: number;
  readonly to: number;
  /** Where the chord from `from` ends and the curve begins; equal to `from` without a chord. */
  readonly touch: number;
  /** The slope of the chord, or infinity without one. */
  readonly slope: number;
}

/** Puts the concave lid on a piece of a curve. */
export function envelope(curve: HillCurve, from: number, to: number): Envelope {
  const bend = inflection(curve);
  if (from >= bend || to <= from) return { curve, from, to, touch: from, slope: Infinity };
  const start = hill(curve, from);
  const chord = (spend: number) => (hill(curve, spend) - start) / (spend - from);
  const below = (spend: number) => marginalReturn(curve, spend) > chord(spend);
  if (to <= bend || below(to)) return { curve, from, to, touch: to, slope: chord(to) };
  let [low, high] = [bend, to];
  for (let step = 0; step < 60 && high - low > 1e-14 * high; step++) {
    const middle = (low + high) / 2;
    if (below(middle)) low = middle;
    else high = middle;
  }
  return { curve, from, to, touch: high, slope: chord(high) };
}

/** The height of the lid. */
export function lid({ curve, from, touch, slope }: Envelope, spend: number): number {
  return spend >= touch || touch === from
    ? hill(curve, spend)
    : hill(curve, from) + slope * (spend - from);
}

/** The spend that is best when each unit of money costs this much return. */
export function bestSpend({ curve, from, to, touch, slope }: Envelope, price: number): PricedSpend {
  if (price >= slope) return { spend: from, slope: 0 };
  const best = spendAtMarginal(curve, price);
  if (best.spend > touch && best.spend < to) return best;
  return { spend: best.spend <= touch ? touch : to, slope: 0 };
}
