import { seededRandom } from '@affiche/core';
import { abTest, cuped, powerOf, sampleSizePerArm } from '@affiche/kpi/stats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normal } from './simulated-posts.ts';

const control = { successes: 120, trials: 10_000 };
const variant = { successes: 150, trials: 10_000 };

/** Whether a month of daily looks at two equal arms ever raises an alarm. */
function falseAlarm(design: 'peeking' | 'always-valid', random: () => number): boolean {
  const arms = [control, control].map(() => ({ successes: 0, trials: 0 }));
  for (let day = 0; day < 30; day += 1) {
    for (const arm of arms) {
      arm.trials += 400;
      // The normal distribution stands in for the binomial: 400 people with a rate of 5 %.
      arm.successes += Math.max(0, Math.round(20 + Math.sqrt(19) * normal(random)));
    }
    const [one = control, other = control] = arms;
    const { pValue } = abTest(
      one,
      other,
      design === 'peeking'
        ? { design: 'fixed', plannedPerArm: 12_000, interim: true }
        : { design: 'always-valid', tau: 0.01 },
    );
    if ((pValue ?? 1) < 0.05) return true;
  }
  return false;
}

/** The probability by brute force: both rates drawn again and again. */
function simulated(a: [number, number], b: [number, number], runs: number): [number, number] {
  const random = seededRandom('beta');
  const gamma = (shape: number) =>
    -Array.from({ length: shape }, () => Math.log(1 - random())).reduce(
      (sum, each) => sum + each,
      0,
    );
  const beta = ([alpha, other]: [number, number]) => {
    const [one, two] = [-gamma(alpha), -gamma(other)];
    return one / (one + two);
  };
  let [above, lost] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const [p, q] = [beta(a), beta(b)];
    if (q > p) above += 1;
    else lost += p - q;
  }
  return [above / runs, lost / runs];
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a fixed design', () => {
  test('has no p value before its time', () => {
    const early = abTest(control, variant, { design: 'fixed', plannedPerArm: 10_001 });
    expect(early).toMatchObject({
      status: 'too-early',
      pValue: null,
      interval: null,
      interim: false,
    });
    expect(early.difference).toBeCloseTo(0.003, 12);
    expect(early.lift).toBeCloseTo(0.25, 12);
  });

  test('has one when its people have come, or when somebody insists', () => {
    const done = abTest(control, variant, { design: 'fixed', plannedPerArm: 10_000 });
    expect(done.pValue).toBeCloseTo(0.066034145546, 11);
    expect(done.interim).toBe(false);
    const peeked = abTest(control, variant, {
      design: 'fixed',
      plannedPerArm: 20_000,
      interim: true,
    });
    expect(peeked).toMatchObject({ status: 'ok', pValue: done.pValue, interim: true });
  });

  test('waits for both arms', () => {
    const few = { successes: 1, trials: 50 };
    expect(abTest(control, few, { design: 'fixed', plannedPerArm: 10_000 }).status).toBe(
      'too-early',
    );
  });
});

describe('an always-valid design', () => {
  test('raises few false alarms over thirty looks, where peeking raises many', () => {
    const random = seededRandom('looks');
    const runs = 400;
    const alarms = (design: 'peeking' | 'always-valid') =>
      Array.from({ length: runs }, () => falseAlarm(design, random)).filter(Boolean).length / runs;
    expect(alarms('always-valid')).toBeLessThan(0.05);
    expect(alarms('peeking')).toBeGreaterThan(0.2);
  });

  test('never takes a p value back', () => {
    const design = { design: 'always-valid', previousPValue: 0.001 } as const;
    expect(abTest(control, control, design).pValue).toBe(0.001);
    expect(abTest(control, control, { design: 'always-valid' }).pValue).toBe(1);
  });

  test('has an interval that says the same as its p value', () => {
    const count = fc.integer({ min: 1, max: 900 });
    fc.assert(
      fc.property(count, count, (one, other) => {
        const { pValue, interval } = abTest(
          { successes: one, trials: 1000 },
          { successes: other, trials: 1000 },
          { design: 'always-valid' },
        );
        const holdsZero = (interval?.low ?? 0) <= 0 && (interval?.high ?? 0) >= 0;
        expect(holdsZero).toBe((pValue ?? 1) >= 0.05);
      }),
    );
  });

  test('finds a difference that is large', () => {
    const large = { successes: 300, trials: 10_000 };
    expect(abTest(control, large, { design: 'always-valid' }).pValue).toBeLessThan(1e-6);
  });
});

describe('a bayesian design', () => {
  test('is what drawing both rates many times would give', () => {
    const { bayesian } = abTest(
      { successes: 5, trials: 50 },
      { successes: 12, trials: 55 },
      { design: 'bayesian' },
    );
    const [probability, loss] = simulated([6, 46], [13, 44], 20_000);
    expect(Math.abs((bayesian?.probability ?? 0) - probability)).toBeLessThan(0.012);
    expect(Math.abs((bayesian?.expectedLoss ?? 0) - loss)).toBeLessThan(0.0005);
  });

  test('is even when both arms are alike, and adds up', () => {
    const counts = fc.record({
      successes: fc.nat({ max: 400 }),
      trials: fc.integer({ min: 400, max: 5000 }),
    });
    fc.assert(
      fc.property(counts, counts, (one, other) => {
        const forth = abTest(one, other, { design: 'bayesian' }).bayesian;
        const back = abTest(other, one, { design: 'bayesian' }).bayesian;
        expect((forth?.probability ?? 0) + (back?.probability ?? 0)).toBeCloseTo(1, 6);
        expect(forth?.expectedLoss).toBeGreaterThanOrEqual(0);
      }),
    );
    expect(abTest(control, control, { design: 'bayesian' }).bayesian?.probability).toBeCloseTo(
      0.5,
      9,
    );
  });

  test('is not lost in large numbers', () => {
    const large = { successes: 300_000, trials: 1_000_000 };
    const larger = { successes: 301_000, trials: 1_000_000 };
    expect(abTest(large, larger, { design: 'bayesian' }).bayesian?.probability).toBeCloseTo(
      0.938,
      2,
    );
  });
});

describe('odd experiments', () => {
  test('without people have nothing to say', () => {
    const nobody = { successes: 0, trials: 0 };
    expect(abTest(nobody, variant, { design: 'always-valid' }).status).toBe('missing-input');
  });

  test('with impossible numbers are refused', () => {
    expect(() => abTest({ successes: 5, trials: 3 }, variant, { design: 'bayesian' })).toThrow(
      '5 of 3',
    );
    expect(() => abTest(control, variant, { design: 'always-valid', tau: 0 })).toThrow('tau');
    expect(() => abTest(control, variant, { design: 'fixed', plannedPerArm: -1 })).toThrow(
      'plannedPerArm',
    );
    expect(() => abTest(control, variant, { design: 'bayesian' }, { level: 95 })).toThrow('95');
  });
});

describe('planning', () => {
  test('power and sample size are each other’s inverse', () => {
    const rate = fc.double({ min: 0.005, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(rate, fc.double({ min: 1.02, max: 2, noNaN: true }), (baseline, factor) => {
        const target = baseline * factor;
        const perArm = sampleSizePerArm({ baseline, target }, { power: 0.9 });
        expect(powerOf({ baseline, target, perArm })).toBeCloseTo(0.9, 9);
      }),
    );
  });

  test('no change cannot be found', () => {
    expect(() => sampleSizePerArm({ baseline: 0.1, target: 0.1 })).toThrow('0.1');
    expect(() => powerOf({ baseline: 0.1, target: 1.1, perArm: 5 })).toThrow('1.1');
  });
});

describe('cuped', () => {
  test('takes out what was known beforehand', () => {
    const random = seededRandom('cuped');
    const before = Array.from({ length: 4000 }, () => normal(random));
    const outcome = before.map((value) => 0.8 * value + 0.6 * normal(random));
    const { theta, adjusted, varianceReduction } = cuped({ outcome, before });
    expect(theta).toBeCloseTo(0.8, 1);
    expect(varianceReduction).toBeCloseTo(0.64, 1);
    expect(meanOf(adjusted)).toBeCloseTo(meanOf(outcome), 12);
  });

  test('changes nothing when nothing was known', () => {
    expect(cuped({ outcome: [1, 2, 3], before: [5, 5, 5] })).toEqual({
      theta: 0,
      adjusted: [1, 2, 3],
      varianceReduction: 0,
    });
  });
});
