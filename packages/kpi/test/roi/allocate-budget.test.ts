import { adstock, allocateBudget, type BudgetOption, hill, marginalReturn } from '@affiche/kpi/roi';
import { seededRandom } from '@affiche/core';
import { describe, expect, it } from 'vitest';

const concave = [
  { id: 'a', most: 100, half: 50, shape: 1 },
  { id: 'b', most: 80, half: 20, shape: 1 },
  { id: 'c', most: 40, half: 10, shape: 1 },
];

/** The best on a fine grid: another way to the same answer. */
function gridBest(options: readonly BudgetOption[], budget: number, steps: number): number {
  let best = new Float64Array(steps + 1);
  for (const option of options) {
    const { least = 0, most = budget } = option.bounds ?? {};
    const values = Float64Array.from({ length: steps + 1 }, (_, step) => {
      const spend = (step * budget) / steps;
      return spend < least || spend > most ? -Infinity : hill(option, spend);
    });
    // Money may stay unspent, so what is best for less is allowed for more.
    best = best.map((_, total) => {
      let most = -Infinity;
      for (let here = 0; here <= total; here += 1) {
        most = Math.max(most, best[total - here]! + values[here]!);
      }
      return most;
    });
  }
  return best[steps]!;
}

describe('response curves', () => {
  it('carries over half of each period', () => {
    expect(adstock([100, 0, 0, 0], 0.5)).toEqual([100, 50, 25, 12.5]);
  });

  it('has the slope of its curve', () => {
    for (const shape of [0.7, 1, 2.5]) {
      const curve = { most: 100, half: 50, shape };
      const slope = (hill(curve, 30.0001) - hill(curve, 29.9999)) / 0.0002;
      expect(marginalReturn(curve, 30)).toBeCloseTo(slope, 6);
    }
  });
});

describe('allocateBudget', () => {
  it('equals the closed form for concave curves', () => {
    const { lines, gap } = allocateBudget(concave, 120);
    expect(lines.map(({ spend }) => spend.toFixed(4))).toEqual(['58.1942', '41.2039', '20.6019']);
    for (const { marginal } of lines) expect(marginal).toBeCloseTo(0.427_132_034, 8);
    expect(gap).toBeLessThan(1e-9);
  });

  it('wakes one slow curve rather than none', () => {
    const slow = [1, 2, 3].map((id) => ({ id: String(id), most: 50, half: 20, shape: 4 }));
    const { lines, brings } = allocateBudget(slow, 30);
    expect(lines.filter(({ spend }) => spend > 1)).toHaveLength(1);
    expect(brings).toBeGreaterThan(40);
  });

  it('keeps the bounds, spends all it may, and no more', () => {
    const bounded = concave.map((each) => ({ ...each, bounds: { least: 10, most: 30 } }));
    expect(allocateBudget(bounded, 120).unspent).toBe(30);
    const { lines } = allocateBudget(bounded, 60);
    expect(lines.every(({ spend }) => spend >= 10 && spend <= 30 + 1e-9)).toBe(true);
    expect(lines.reduce((sum, { spend }) => sum + spend, 0)).toBeCloseTo(60, 8);
  });

  it('stays within a thousandth of the global best on a thousand random problems with S-curves', () => {
    const random = seededRandom('budgets');
    const between = (low: number, high: number) => low + (high - low) * random();
    let worst = 0;
    let broken = 0;
    for (let problem = 0; problem < 1000; problem += 1) {
      const count = 2 + Math.floor(random() * 4);
      const budget = between(10, 300);
      const options = Array.from({ length: count }, (_, index) => ({
        id: String(index),
        most: between(10, 200),
        half: between(5, 150),
        shape: between(0.6, 5),
        ...(random() < 0.3 ? { bounds: { least: 0, most: between(budget / 4, budget) } } : {}),
      }));
      const { brings, bound, lines } = allocateBudget(options, budget);
      const best = gridBest(options, budget, 120);
      worst = Math.max(worst, 1 - brings / best);
      const spent = lines.reduce((sum, { spend }) => sum + spend, 0);
      broken += Number(bound < best * (1 - 1e-9) || spent > budget * (1 + 1e-9));
    }
    expect(broken).toBe(0);
    expect(worst).toBeLessThan(0.001);
  });

  it('refuses what cannot be', () => {
    expect(() => allocateBudget(concave, -1)).toThrow('-1 is no budget');
    const greedy = [{ ...concave[0]!, bounds: { least: 50 } }];
    expect(() => allocateBudget(greedy, 20)).toThrow('The least spends need 50');
    expect(() => allocateBudget([{ ...concave[0]!, half: 0 }], 20)).toThrow('The curve of a');
  });
});
