import { type Envelope, bestSpend, lid } from './envelope.ts';
import { marginalReturn } from './response-curve.ts';

/** The best spends under the lids: an upper bound of what the curves can bring. */
export interface Relaxation {
  readonly spends: readonly number[];
  readonly bound: number;
  /** What one more unit of money would bring. */
  readonly price: number;
}

/** Finds the price of money at which the lines together ask for just the budget. */
export function relax(lines: readonly Envelope[], budget: number): Relaxation {
  const least = lines.reduce((sum, { from }) => sum + from, 0);
  const most = lines.reduce((sum, { to }) => sum + to, 0);
  if (budget >= most)
    return finish(
      lines,
      lines.map(({ to }) => to),
      0,
    );
  if (budget <= least)
    return finish(
      lines,
      lines.map(({ from }) => from),
      Infinity,
    );

  // In logarithms: prices of lines may lie many powers of ten apart.
  let [low, high] = [-Infinity, Infinity];
  let [rich, poor] = [lines.map(({ to }) => to), lines.map(({ from }) => from)];
  let point = firstPrice(lines, budget);
  for (let step = 0; step < 200; step++) {
    const { spends, total, slope } = demand(lines, Math.exp(point));
    const excess = total - budget;
    if (excess >= 0) [low, rich] = [point, spends];
    if (excess <= 0) [high, poor] = [point, spends];
    if (Math.abs(excess) <= 1e-10 * budget || high - low <= 1e-14 * Math.abs(point)) break;
    point = nextPrice(point, point - excess / slope, low, high, step);
  }
  return finish(lines, fill(rich, poor, budget), Math.exp(point));
}

/** Newton where it stays inside; else the middle: demand jumps where chords are. */
function nextPrice(point: number, newton: number, low: number, high: number, step: number): number {
  const inside = newton > low && newton < high && Math.abs(newton - point) < 50;
  if (inside && step % 4 !== 3) return newton;
  if (low === -Infinity) return high - 2 ** Math.min(step, 8);
  return high === Infinity ? low + 2 ** Math.min(step, 8) : (low + high) / 2;
}

/** What the next unit would bring if all lines got the same share. */
function firstPrice(lines: readonly Envelope[], budget: number): number {
  const share = budget / lines.length;
  const marginals = lines.map(({ curve }) => Math.log(marginalReturn(curve, share)));
  return marginals.reduce((sum, marginal) => sum + marginal, 0) / lines.length;
}

/** What the lines ask for at a price, and how that changes with the price's logarithm. */
function demand(lines: readonly Envelope[], price: number) {
  let total = 0;
  let slope = 0;
  const spends = lines.map((line) => {
    const best = bestSpend(line, price);
    total += best.spend;
    slope += best.slope;
    return best.spend;
  });
  return { spends, total, slope };
}

/** Where demand jumps at the final price, gives the lines what is left, one after the other. */
function fill(rich: readonly number[], poor: readonly number[], budget: number): number[] {
  let left = budget - poor.reduce((sum, each) => sum + each, 0);
  return poor.map((spend, index) => {
    const more = Math.max(0, Math.min(left, rich[index]! - spend));
    left -= more;
    return spend + more;
  });
}

function finish(lines: readonly Envelope[], spends: readonly number[], price: number): Relaxation {
  const bound = lines.reduce((sum, line, index) => sum + lid(line, spends[index]!), 0);
  return { spends, bound, price };
}
