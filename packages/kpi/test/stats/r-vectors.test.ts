import { readFileSync } from 'node:fs';
import {
  adjustPValues,
  betaCdf,
  betaQuantile,
  binomialCdf,
  chiSquareTail,
  clopperPearsonInterval,
  compareMeans,
  compareProportions,
  fTail,
  mannWhitney,
  normalCdf,
  normalQuantile,
  quantile,
  sampleSizePerArm,
  studentCdf,
  studentQuantile,
  wilsonInterval,
} from '@affiche/kpi/stats';
import { describe, expect, test } from 'vitest';

// What R 4.2.2 says; scripts/r-vectors.R made it.
const vectors = JSON.parse(
  readFileSync(new URL('../data/r-vectors.json', import.meta.url), 'utf8'),
) as Record<string, (number | number[])[][]>;

/** Rows of plain numbers: what goes in, then what R gives. */
function rows(name: string): number[][] {
  return vectors[name] as number[][];
}

/** Rows of samples, then of results. */
function samples(name: string): number[][][] {
  return vectors[name] as number[][][];
}

/** The largest relative difference; numbers below 1e-300 have no digits left to compare. */
function worst(pairs: readonly (readonly [number, number])[]): number {
  return Math.max(
    ...pairs.map(([ours, theirs]) =>
      Object.is(ours, theirs) ? 0 : Math.abs(ours - theirs) / Math.max(Math.abs(theirs), 1e-300),
    ),
  );
}

function worstOf(name: string, ours: (...parameters: number[]) => number): number {
  return worst(rows(name).map((row) => [ours(...row.slice(0, -1)), row.at(-1) ?? Number.NaN]));
}

function compare([a = 0, m = 1, b = 0, n = 1]: number[]) {
  return compareProportions({ successes: a, trials: m }, { successes: b, trials: n });
}

/** Fails where there is no result. */
function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('no result');
  return value;
}

test('there are at least two thousand vectors', () => {
  const count = Object.values(vectors).reduce((sum, group) => sum + group.length, 0);
  expect(count).toBeGreaterThanOrEqual(2000);
});

describe('distributions agree with R to ten digits, far into the tails', () => {
  test.each([
    ['normalCdf', normalCdf],
    ['normalQuantile', normalQuantile],
    ['studentCdf', studentCdf],
    ['studentQuantile', studentQuantile],
    ['betaCdf', betaCdf],
    ['betaQuantile', betaQuantile],
    ['chiSquareTail', chiSquareTail],
    ['fTail', fTail],
    ['binomialCdf', binomialCdf],
  ] as [string, (...parameters: number[]) => number][])('%s', (name, ours) => {
    expect(worstOf(name, ours)).toBeLessThan(1e-10);
  });

  test('the tail of the normal distribution reaches 1e-300', () => {
    expect(rows('normalQuantile').some(([p = 1]) => p < 1e-299)).toBe(true);
    expect(normalCdf(normalQuantile(1e-300)) / 1e-300).toBeCloseTo(1, 9);
  });
});

describe('intervals and tests agree with R', () => {
  test('wilson', () => {
    const pairs = rows('wilson').flatMap(([successes = 0, trials = 1, low = 0, high = 1]) => {
      const ours = wilsonInterval({ successes, trials });
      return [[ours.low, low] as const, [ours.high, high] as const];
    });
    expect(worst(pairs)).toBeLessThan(1e-10);
  });

  test('clopper-pearson', () => {
    const pairs = rows('clopperPearson').flatMap(
      ([successes = 0, trials = 1, low = 0, high = 1]) => {
        const ours = clopperPearsonInterval({ successes, trials });
        return [[ours.low, low] as const, [ours.high, high] as const];
      },
    );
    expect(worst(pairs)).toBeLessThan(1e-10);
  });

  test('two proportions', () => {
    const pValues = rows('twoProportions').map(
      (row) => [compare(row).pValue, row[4] ?? Number.NaN] as const,
    );
    expect(worst(pValues)).toBeLessThan(1e-9);
    for (const row of rows('newcombe')) {
      const { interval } = compare(row);
      expect(Math.abs(interval.low - (row[4] ?? Number.NaN))).toBeLessThan(1e-12);
      expect(Math.abs(interval.high - (row[5] ?? Number.NaN))).toBeLessThan(1e-12);
    }
  });

  test('sample size', () => {
    const pairs = rows('sampleSize').map(
      ([baseline = 0, target = 1, alpha = 0.05, power = 0.8, n = 0]) =>
        [sampleSizePerArm({ baseline, target }, { alpha, power }), n] as const,
    );
    expect(worst(pairs)).toBeLessThan(1e-6);
  });

  test('welch', () => {
    for (const [first = [], second = [], expected = []] of samples('welch')) {
      const { t, degrees, pValue, interval } = given(compareMeans(first, second));
      for (const [index, value] of [t, degrees, pValue, interval.low, interval.high].entries()) {
        expect(worst([[value, expected[index] ?? Number.NaN]])).toBeLessThan(1e-9);
      }
    }
  });

  test.each(['mannWhitneyExact', 'mannWhitneyTies'])('%s', (name) => {
    for (const [first = [], second = [], [statistic = 0, pValue = 0] = []] of samples(name)) {
      const ours = given(mannWhitney(first, second));
      expect(ours.method).toBe(name === 'mannWhitneyExact' ? 'exact' : 'normal');
      expect(ours.statistic).toBe(statistic);
      expect(worst([[ours.pValue, pValue]])).toBeLessThan(1e-10);
    }
  });

  test('corrections for several questions', () => {
    const methods = ['bonferroni', 'holm', 'benjamini-hochberg', 'benjamini-yekutieli'] as const;
    for (const [pValues = [], ...expected] of samples('adjusted')) {
      for (const [index, method] of methods.entries()) {
        const ours = adjustPValues(pValues, { method });
        const pairs = ours.map((p, at) => [p, expected[index]?.[at] ?? Number.NaN] as const);
        expect(worst(pairs)).toBeLessThan(1e-12);
      }
    }
  });

  test('quantiles', () => {
    for (const [values = [], [probability = 0, type7 = 0, type1 = 0] = []] of samples(
      'quantiles',
    )) {
      expect(worst([[quantile(values, probability), type7]])).toBeLessThan(1e-12);
      expect(quantile(values, probability, { type: 1 })).toBe(type1);
    }
  });
});
