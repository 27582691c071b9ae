import { seededRandom } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const take = (seed: string, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random());
};

describe('seededRandom', () => {
  test('gives the same numbers for the same seed, on every machine', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        expect(take(seed, 20)).toEqual(take(seed, 20));
      }),
    );
    expect(take('bakery', 3)).toEqual(take('bakery', 1000).slice(0, 3));
  });

  test('gives other numbers for another seed', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        fc.pre(one !== other);
        expect(take(one, 4)).not.toEqual(take(other, 4));
      }),
    );
  });

  test('stays within [0, 1)', () => {
    const outside = take('range', 100_000).filter((value) => value < 0 || value >= 1);
    expect(outside).toEqual([]);
  });

  test('fills a hundred bins evenly', () => {
    const bins = new Uint32Array(100);
    for (const value of take('bins', 100_000)) bins[Math.floor(value * 100)]! += 1;
    const chiSquare = bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
    // qchisq(c(.0005, .9995), 99): one seed in a thousand falls outside.
    expect(chiSquare).toBeGreaterThan(58);
    expect(chiSquare).toBeLessThan(153);
  });

  test('does not remember the number before', () => {
    const values = take('lag', 100_000);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.003);
    let covariance = 0;
    for (let index = 1; index < values.length; index += 1) {
      covariance += ((values[index] ?? 0) - mean) * ((values[index - 1] ?? 0) - mean);
    }
    expect(Math.abs(covariance / values.length / (1 / 12))).toBeLessThan(0.01);
  });
});
