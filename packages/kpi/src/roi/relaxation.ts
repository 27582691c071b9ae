import { type Envelope, bestSpend, lid } from './envelope.ts';

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

  const demand = (price: number) => lines.map((line) => bestSpend(line, price));
  const excess = (spends: readonly number[]) => spends.reduce((all, each) => all + each, -budget);
  // In logarithms: prices of lines may lie many powers of ten apart.
  let [low, high] = [-1, 1];
  while (low > -700 && excess(demand(Math.exp(low))) < 0) low *= 2;
  while (high < 700 && excess(demand(Math.exp(high))) > 0) high *= 2;
  let above = excess(demand(Math.exp(low)));
  let below = excess(demand(Math.exp(high)));
  for (let step = 0; step < 200 && above - below > 1e-10 * budget; step++) {
    // A secant, and every third time the middle: demand jumps where chords are.
    const secant = low + ((high - low) * above) / (above - below);
    const middle = step % 3 !== 2 && secant > low && secant < high ? secant : (low + high) / 2;
    if (middle <= low || middle >= high) break;
    const gap = excess(demand(Math.exp(middle)));
    if (gap >= 0) [low, above] = [middle, gap];
    else [high, below] = [middle, gap];
  }
  return finish(lines, fill(demand(Math.exp(low)), demand(Math.exp(high)), budget), Math.exp(low));
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
