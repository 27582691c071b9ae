import { seededRandom } from '@affiche/core';
import { detectAnomalies, mannWhitney } from '@affiche/kpi/stats';
import { describe, expect, test } from 'vitest';
import { normal } from './simulated-posts.ts';

/** Half a year of a daily KPI with a trend, a week and noise; 4 % of the days are far too high or low. */
function halfYear(random: () => number) {
  const strange = new Set<number>();
  const series = Array.from({ length: 182 }, (_day, index) => {
    const usual =
      1000 * Math.exp(index / 300) * (index % 7 > 4 ? 0.55 : 1 + 0.1 * Math.sin(index % 7));
    const noise = Math.exp(0.06 * normal(random));
    const isStrange = random() < 0.04;
    if (isStrange) strange.add(index);
    return Math.round(usual * noise * (isStrange ? (random() < 0.5 ? 1.8 : 0.5) : 1));
  });
  return { series, strange };
}

describe('detectAnomalies', () => {
  test('finds what was put in, and little else', () => {
    const random = seededRandom('anomalies');
    let [found, planted, alarms] = [0, 0, 0];
    for (let run = 0; run < 60; run += 1) {
      const { series, strange } = halfYear(random);
      const days = detectAnomalies(series).filter(({ status }) => status === 'anomaly');
      found += days.filter(({ index }) => strange.has(index)).length;
      alarms += days.length;
      planted += strange.size;
    }
    expect(found / planted).toBeGreaterThanOrEqual(0.95);
    expect(found / alarms).toBeGreaterThanOrEqual(0.9);
  });

  test('says what a day should have been', () => {
    const series = Array.from({ length: 28 }, (_day, index): number => (index % 7 > 4 ? 50 : 100));
    series[10] = 300;
    const day = detectAnomalies(series)[10];
    expect(day?.status).toBe('anomaly');
    expect(day?.expected).toBeCloseTo(100, 6);
    expect(detectAnomalies(series, { scale: 'linear' })[10]?.expected).toBeCloseTo(100, 6);
    expect(detectAnomalies(series, { scale: 'anscombe' })[10]?.expected).toBeCloseTo(100, 6);
  });

  test('leaves missing days and thin days alone', () => {
    const series: (number | null)[] = Array.from(
      { length: 28 },
      (_day, index) => 100 + (index % 5),
    );
    series[3] = null;
    series[9] = Number.NaN;
    series[12] = 900;
    const base = series.map((_value, index) => (index === 12 ? 5 : 1000));
    const days = detectAnomalies(series, { base, minimumBase: 100 });
    expect([days[3]?.status, days[9]?.status, days[12]?.status]).toEqual([
      'missing-input',
      'missing-input',
      'low-base',
    ]);
    expect(days.filter(({ status }) => status === 'anomaly')).toEqual([]);
  });

  test('claims nothing about fewer than three weeks', () => {
    const days = detectAnomalies([1, 2, 3, 400]);
    expect(days.every(({ status, score }) => status === 'too-short' && score === null)).toBe(true);
    expect(detectAnomalies([])).toEqual([]);
  });
});

describe('mannWhitney', () => {
  test('is symmetric', () => {
    const [one, other] = [
      [1, 4, 6, 9],
      [2, 3, 5, 7, 8],
    ];
    const forth = mannWhitney(one, other);
    const back = mannWhitney(other, one);
    expect(forth?.pValue).toBeCloseTo(back?.pValue ?? 0, 12);
    expect((forth?.superiority ?? 0) + (back?.superiority ?? 0)).toBeCloseTo(1, 12);
  });

  test('sees no difference where there is none', () => {
    expect(mannWhitney([5, 5, 5], [5, 5])).toMatchObject({ pValue: 1, superiority: 0.5 });
    expect(mannWhitney([], [1])).toBeNull();
  });
});
