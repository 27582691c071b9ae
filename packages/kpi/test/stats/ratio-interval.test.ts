import { seededRandom } from '@affiche/core';
import { ratioInterval, type RatioIntervalOptions, wilsonInterval } from '@affiche/kpi/stats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulatedPosts } from './simulated-posts.ts';

const grid = [30, 60].flatMap((posts) =>
  [50, 200, Infinity].map((precision) => ({ posts, precision, rate: 0.02, spread: 0.8 })),
);

/** How often the interval holds the true rate. */
function coverage(
  shape: (typeof grid)[number],
  options: RatioIntervalOptions,
  runs: number,
): number {
  const random = seededRandom(`coverage ${JSON.stringify(shape)}`);
  let inside = 0;
  for (let run = 0; run < runs; run += 1) {
    const { interval } = ratioInterval(simulatedPosts(shape, random), options);
    if (interval && interval.low <= shape.rate && shape.rate <= interval.high) inside += 1;
  }
  return inside / runs;
}

describe('ratioInterval', () => {
  test.each(grid)(
    'covers the truth as often as it says with $posts posts of precision $precision',
    (shape) => {
      const share = coverage(shape, {}, 2000);
      // 93–97 %, give or take what two thousand runs can tell.
      expect(share).toBeGreaterThan(0.92);
      expect(share).toBeLessThan(0.975);
    },
  );

  test('does so where an interval from impressions alone fails', () => {
    const random = seededRandom('pooled');
    let inside = 0;
    for (let run = 0; run < 300; run += 1) {
      const posts = simulatedPosts({ posts: 60, rate: 0.02, precision: 50, spread: 0.8 }, random);
      const { low, high } = wilsonInterval({
        successes: posts.reduce((sum, { numerator }) => sum + numerator, 0),
        trials: posts.reduce((sum, { denominator }) => sum + denominator, 0),
      });
      if (low <= 0.02 && 0.02 <= high) inside += 1;
    }
    expect(inside / 300).toBeLessThan(0.4);
  });

  test.each([
    ['delta', 0.88],
    ['fieller', 0.9],
  ] as const)('%s covers a little less', (method, least) => {
    const share = coverage(
      { posts: 30, precision: 200, rate: 0.02, spread: 0.8 },
      { method },
      1000,
    );
    expect(share).toBeGreaterThan(least);
  });

  test.each(grid.filter(({ posts }) => posts === 30))(
    'bootstrap covers as well with posts of precision $precision',
    (shape) => {
      const options = { method: 'bootstrap', random: seededRandom('b'), samples: 199 } as const;
      const share = coverage(shape, options, 500);
      // Give or take two points that five hundred runs cannot tell.
      expect(share).toBeGreaterThan(0.91);
      expect(share).toBeLessThan(0.985);
    },
  );

  test('refuses fewer than ten posts, and still gives their ratio', () => {
    const posts = Array.from({ length: 9 }, () => ({ numerator: 1, denominator: 10 }));
    expect(ratioInterval(posts)).toMatchObject({
      value: 0.1,
      status: 'too-few-clusters',
      interval: null,
      clusters: 9,
      effectiveClusters: 9,
    });
  });

  test('tells what is missing from what is zero', () => {
    expect(ratioInterval([]).status).toBe('zero-denominator');
    expect(ratioInterval([{ numerator: 1, denominator: 0 }]).status).toBe('zero-denominator');
    const posts = [{ numerator: Number.NaN, denominator: 10 }];
    expect(ratioInterval(posts)).toMatchObject({ value: null, status: 'missing-input' });
  });

  test('takes ratios that are zero or negative, as networks report them', () => {
    const posts = Array.from({ length: 12 }, (_post, index) => ({
      numerator: index === 0 ? -3 : 0,
      denominator: 100,
    }));
    const { value, interval } = ratioInterval(posts);
    expect(value).toBeLessThan(0);
    expect(interval?.low).toBeLessThan(value ?? 0);
    const nothing = ratioInterval(posts.map(({ denominator }) => ({ numerator: 0, denominator })));
    expect(nothing).toMatchObject({ value: 0, interval: { low: 0, high: 0 } });
  });

  test('says when a denominator could be zero', () => {
    const posts = Array.from({ length: 10 }, (_post, index) => ({
      numerator: 1,
      denominator: index === 0 ? 1000 : 0.001,
    }));
    expect(ratioInterval(posts, { method: 'fieller' })).toMatchObject({
      status: 'unbounded',
      interval: null,
    });
  });

  test('does not mind units nor the order of posts', () => {
    const post = fc.record({
      numerator: fc.integer({ min: 1, max: 500 }),
      denominator: fc.integer({ min: 500, max: 9000 }),
    });
    const methods = fc.constantFrom('log-delta', 'delta', 'fieller');
    fc.assert(
      fc.property(fc.array(post, { minLength: 10, maxLength: 40 }), methods, (posts, method) => {
        const { value, interval } = ratioInterval(posts, { method });
        const scaled = ratioInterval(
          posts
            .toReversed()
            .map(({ numerator, denominator }) => ({ numerator: numerator * 100, denominator })),
          { method },
        );
        expect((scaled.value ?? 0) / 100).toBeCloseTo(value ?? 0, 10);
        expect((scaled.interval?.low ?? 0) / 100).toBeCloseTo(interval?.low ?? 0, 8);
        expect((scaled.interval?.high ?? 0) / 100).toBeCloseTo(interval?.high ?? 0, 8);
      }),
    );
  });

  test('counts one giant among many for what it is', () => {
    const posts = Array.from({ length: 50 }, (_post, index) => ({
      numerator: index,
      denominator: index === 0 ? 100_000 : 10,
    }));
    expect(ratioInterval(posts).effectiveClusters).toBeLessThan(1.1);
  });
});
