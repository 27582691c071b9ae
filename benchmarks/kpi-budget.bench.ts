import { seededRandom } from '@affiche/core';
import { allocateBudget, type BudgetOption, hill } from '@affiche/kpi/roi';
import { type Claim, cpuMilliseconds } from './claim.ts';

// How good and how fast a budget is shared out, against the best of a fine grid.
const steps = 400;

export async function bench(): Promise<Claim[]> {
  const random = seededRandom('budget benchmark');
  const between = (low: number, high: number) => low + (high - low) * random();
  const curves = (count: number, flattest: number, steepest: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: String(index),
      most: between(10, 200),
      half: between(5, 150),
      shape: between(flattest, steepest),
    }));

  let worst = 0;
  for (let problem = 0; problem < 1000; problem += 1) {
    const options = curves(2 + Math.floor(random() * 5), 0.6, 5);
    const budget = between(10, 300);
    worst = Math.max(worst, 1 - allocateBudget(options, budget).brings / gridBest(options, budget));
  }
  const lines = curves(1000, 0.4, 1);
  const ours = await cpuMilliseconds(() => allocateBudget(lines, 20_000), { runs: 9 });
  return [
    {
      claim: 'worst shortfall of 1,000 random problems with S-curves from the best of a fine grid',
      ours: worst,
      peer: 0.001,
      peerName: 'allowed',
      unit: 'share',
      ratio: 0.001 / Math.max(worst, Number.EPSILON),
      goal: 'within 0.1 % of the global optimum',
      met: worst <= 0.001,
    },
    {
      claim: '1,000 concave lines',
      ours,
      peer: 20,
      peerName: 'goal',
      unit: 'CPU ms',
      ratio: 20 / ours,
      goal: 'at most 20 ms',
      met: ours <= 20,
    },
  ];
}

function gridBest(options: readonly BudgetOption[], budget: number): number {
  let best = new Float64Array(steps + 1);
  for (const option of options) {
    const values = best.map((_, step) => hill(option, (step * budget) / steps));
    best = best.map((_, total) => {
      let most = 0;
      for (let here = 0; here <= total; here += 1) {
        most = Math.max(most, best[total - here]! + values[here]!);
      }
      return most;
    });
  }
  return best[steps]!;
}
