import { allocateBudget as byMarginalReturn } from '@affiche/kpi/roi';
import { allocateBudget, type ResponseCurve } from '@affiche/strategy';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const curve = (most: number, half: number, shape = 1): ResponseCurve => ({ most, half, shape });
const euros = (minor: number) => ({ minor, currency: 'EUR' });

describe('allocateBudget', () => {
  it('gives the odd cents to the largest remainders', () => {
    const lines = [
      { id: 'a', weight: 1 },
      { id: 'b', weight: 2 },
      { id: 'c', weight: 4 },
    ];
    const parts = allocateBudget(euros(1000), lines).map(({ amount }) => amount.minor);
    expect(parts).toEqual([143, 286, 571]);
  });

  it('loses and invents no cent, and strays from the exact part by less than one', () => {
    const weight = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(
        fc.nat(10_000_000_00),
        fc
          .array(weight, { minLength: 1, maxLength: 40 })
          .filter((all) => all.some((w) => w > 1e-3)),
        (minor, weights) => {
          const lines = weights.map((each, index) => ({ id: `${index}`, weight: each }));
          const parts = allocateBudget(euros(minor), lines).map(({ amount }) => amount.minor);
          const sum = weights.reduce((all, each) => all + each, 0);
          expect(parts.reduce((all, part) => all + part, 0)).toBe(minor);
          for (const [index, part] of parts.entries()) {
            expect(Number.isSafeInteger(part)).toBe(true);
            expect(Math.abs(part - (minor * (weights[index] ?? 0)) / sum)).toBeLessThan(1 + 1e-3);
          }
        },
      ),
      { seed: 6, numRuns: 500 },
    );
  });

  it('divides by marginal return with the calculator it is given', () => {
    const lines = [
      { id: 'a', curve: curve(100, 5000) },
      { id: 'b', curve: curve(80, 2000) },
      { id: 'c', curve: curve(40, 1000) },
    ];
    const parts = allocateBudget(euros(12000), lines, { calculator: byMarginalReturn });
    // √(V·k/λ) − k for each line, by hand: 58.1942, 41.2039 and 20.6019 euros.
    const exact = [5819.42, 4120.39, 2060.19];
    for (const [index, { amount }] of parts.entries()) {
      expect(Math.abs(amount.minor - (exact[index] ?? 0))).toBeLessThan(30);
    }
    expect(parts.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(12000);
  });

  it('wakes one line rather than leave two asleep, where the curves are S-shaped', () => {
    const lines = ['a', 'b'].map((id) => ({ id, curve: curve(100, 1000, 4) }));
    const parts = allocateBudget(euros(1000), lines, { calculator: byMarginalReturn });
    expect(parts.map(({ amount }) => amount.minor).toSorted((a, b) => a - b)).toEqual([0, 1000]);
  });

  it('leaves unspent what the bounds do not allow', () => {
    const lines = [{ id: 'a', curve: { ...curve(100, 1000), bounds: { most: 300 } } }];
    const parts = allocateBudget(euros(1000), lines, { calculator: byMarginalReturn });
    expect(parts).toEqual([{ id: 'a', amount: euros(300) }]);
  });

  it('refuses what cannot be divided', () => {
    expect(() => allocateBudget(euros(-1), [{ id: 'a' }])).toThrow('Cannot divide -1');
    expect(() => allocateBudget(euros(1), [{ id: 'a', weight: 0 }])).toThrow('Cannot divide');
    expect(() => allocateBudget(euros(1), [])).toThrow('Cannot divide');
    expect(() => allocateBudget(euros(1), [{ id: 'a', weight: Number.NaN }])).toThrow(
      'weights NaN',
    );
    expect(() => allocateBudget(euros(1), [{ id: 'a' }], { calculator: byMarginalReturn })).toThrow(
      '"a" has no response curve',
    );
  });
});
