import type { CompiledPlacement } from './compile-placement.ts';
import { type DualRow, dualRows } from './dual-rows.ts';
import type { SlotPrices } from './place-greedily.ts';
import { type PostChooser, postChooser } from './choose-slots.ts';

/** Prices of slots in the making: each `improve` brings the bound down. */
export interface SlotPricing {
  /** The prices of the last round. */
  readonly prices: SlotPrices;
  /** No placement is worth more than this. */
  readonly bound: number;
  /** Runs rounds towards a target that some placement has reached. */
  improve(rounds: number, target: number): void;
}

// Polyak's step, shortened when the bound has stopped falling.
const firstStep = 1;
const patience = 12;
const shortening = 0.6;
// The last directions keep some say: prices then swing less.
const memory = 0.7;

/**
 * Lagrangian relaxation: every limit gets a price instead, every post takes the slot that is best
 * for it alone after prices. Whatever the prices, what the posts then gain bounds every placement.
 *
 * @see {@link https://doi.org/10.1287/mnsc.1040.0263 | Fisher 2004, The Lagrangian relaxation method}
 */
export function priceSlots(compiled: CompiledPlacement): SlotPricing {
  const { kinds, slots } = compiled;
  const rows = dualRows(compiled);
  const multipliers = new Float64Array(rows.length);
  const direction = new Float64Array(rows.length);
  const gradient = new Float64Array(rows.length);
  const prices = Array.from({ length: kinds }, () => new Float64Array(slots));
  const best = prices.map((own) => own.slice());
  const chooser = postChooser(compiled);
  let bound = Infinity;
  let step = firstStep;
  let waited = 0;
  return {
    prices: best,
    get bound() {
      return bound;
    },
    improve(rounds, target) {
      for (let round = 0; round < rounds; round += 1) {
        const constant = spreadPrices(rows, multipliers, prices);
        const value = constant + chooser.choose(prices);
        if (value < bound - 1e-9 * Math.abs(bound)) {
          bound = value;
          waited = 0;
          prices.forEach((own, kind) => best[kind]?.set(own));
        } else if (value < bound) {
          bound = value;
        } else if ((waited += 1) >= patience) {
          step *= shortening;
          waited = 0;
        }
        const length = slopes(rows, chooser, multipliers, gradient);
        if (length === 0 || step < 1e-4) return;
        const scale = (step * Math.max(value - target, 1e-6 * Math.abs(value))) / length;
        rows.forEach(({ ceiling }, row) => {
          direction[row] =
            memory * (direction[row] as number) + (1 - memory) * (gradient[row] as number);
          const next = (multipliers[row] as number) + scale * direction[row];
          multipliers[row] = Math.max(0, Math.min(ceiling, next));
        });
      }
    },
  };
}

/** Writes the price of every slot for every kind; returns what the limits themselves are worth. */
function spreadPrices(
  rows: readonly DualRow[],
  multipliers: Float64Array,
  prices: readonly Float64Array[],
): number {
  let constant = 0;
  for (const own of prices) own.fill(0);
  rows.forEach(({ pieces, kinds, limit, sign }, row) => {
    const price = sign * (multipliers[row] as number);
    if (price === 0) return;
    constant += price * limit;
    for (const kind of kinds) {
      const own = prices[kind] as Float64Array;
      for (let piece = 0; piece < pieces.length; piece += 2) {
        const [from, to] = [pieces[piece] as number, pieces[piece + 1] as number];
        own[from] = (own[from] as number) + price;
        if (to < own.length) own[to] = (own[to] as number) - price;
      }
    }
  });
  for (const own of prices) {
    let sum = 0;
    for (let slot = 0; slot < own.length; slot += 1) {
      sum += own[slot] as number;
      own[slot] = sum;
    }
  }
  return constant;
}

/** How far each limit is overdrawn, or each wish unmet; the squared length of what can still move. */
function slopes(
  rows: readonly DualRow[],
  { usage }: PostChooser,
  multipliers: Float64Array,
  gradient: Float64Array,
): number {
  let length = 0;
  rows.forEach(({ pieces, kinds, limit, sign }, row) => {
    let used = 0;
    for (const kind of kinds) {
      const own = usage[kind] as Float64Array;
      for (let piece = 0; piece < pieces.length; piece += 2) {
        used +=
          (own[pieces[piece + 1] as number] as number) - (own[pieces[piece] as number] as number);
      }
    }
    const slope = sign * (used - limit);
    const isStuck = slope < 0 && (multipliers[row] as number) === 0;
    gradient[row] = isStuck ? 0 : slope;
    // A product is the same everywhere; a power need not be.
    length += gradient[row] * gradient[row];
  });
  return length;
}
