import { scorecard } from '@affiche/kpi';
import { type Reading, seededRandom } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const account = { kind: 'account', id: 'bluesky:bakery', platform: 'bluesky' } as const;

function followers(day: string, value: number): Reading {
  return {
    subject: account,
    fact: 'followers',
    value,
    window: 'lifetime',
    scope: 'total',
    asOf: `2027-01-${day}T12:00:00Z`,
    source: 'bluesky',
  };
}

function post(id: string, day: string, counts: Record<string, number>): Reading[] {
  return Object.entries(counts).map(([fact, value]) => ({
    subject: { kind: 'post', id, platform: 'bluesky', account: account.id },
    fact,
    value,
    window: 'lifetime',
    scope: 'organic',
    asOf: '2027-01-31T12:00:00Z',
    publishedAt: `2027-01-${day}T09:00:00Z`,
    source: 'bluesky',
  }));
}

const january = { id: 'o', name: 'Objective', from: '2027-01-01', by: '2027-01-31' };
const audience = { ...january, kpi: 'audience_size', baseline: 100, target: 200 };

const score = (objective: typeof audience, readings: Reading[], day: string) =>
  scorecard({ objectives: [objective] }, readings, { asOf: `2027-01-${day}T23:00:00Z` }).rows[0]!;

describe('scorecard', () => {
  it('gives no verdict before a quarter of the time', () => {
    expect(score(audience, [followers('03', 101)], '05').verdict).toBe('too-early');
  });

  it('sets the last reading of the audience beside a straight line', () => {
    const row = score(audience, [followers('03', 101), followers('15', 150)], '15');
    expect(row).toMatchObject({ actual: 150, progress: 0.5, verdict: 'on-track', status: 'ok' });
    expect(row.expected).toBeCloseTo(100 + (100 * 15) / 31, 12);
    expect(score(audience, [followers('15', 120)], '15').verdict).toBe('behind');
  });

  it('forgets readings taken after its moment', () => {
    expect(score(audience, [followers('10', 120), followers('20', 190)], '15').actual).toBe(120);
  });

  it('says unknown where nothing was measured', () => {
    expect(score(audience, [], '20')).toMatchObject({ actual: null, verdict: 'unknown' });
  });

  it('counts the total of posts that went out within the objective’s days', () => {
    const readings = [
      ...post('1', '02', { reactions: 10, comments: 2, shares: 1 }),
      ...post('2', '20', { reactions: 5, comments: 0, shares: 0 }),
    ];
    const engagements = { ...january, kpi: 'engagements', baseline: 0, target: 18 };
    expect(score(engagements, readings, '31')).toMatchObject({ actual: 18, verdict: 'reached' });
  });

  it('divides by the followers of the day of each post', () => {
    const readings = [
      followers('01', 100),
      followers('15', 300),
      ...post('1', '02', { reactions: 10, comments: 0, shares: 0 }),
      ...post('2', '20', { reactions: 10, comments: 0, shares: 0 }),
    ];
    const rate = { ...january, kpi: 'er_by_followers_post', baseline: 0.01, target: 0.05 };
    expect(score(rate, readings, '31').actual).toBeCloseTo(20 / 400, 15);
  });

  it('forecasts no total below what is there, and no rate below what nothing more would leave', () => {
    const days = Array.from({ length: 20 }, (_, index) => String(index + 1).padStart(2, '0'));
    const aDay = fc.nat({ max: 3 }).chain((power) => fc.nat({ max: 10 ** power }));
    const month = fc.array(aDay, { minLength: 7, maxLength: 20 });
    fc.assert(
      fc.property(month, (counts) => {
        const readings = counts.flatMap((reactions, index) =>
          post(String(index), days[index]!, {
            reactions,
            comments: 0,
            shares: 0,
            impressions: 1e4,
          }),
        );
        for (const kpi of ['engagements', 'er_by_impressions']) {
          const today = days[counts.length - 1]!;
          const taken = readings.map((each) => ({ ...each, asOf: `2027-01-${today}T12:00:00Z` }));
          const row = score({ ...january, kpi, baseline: 0, target: 18 }, taken, today);
          const { value, interval } = row.forecast!;
          const left = kpi === 'engagements' ? 1 : counts.length / 31;
          expect(interval.low).toBeGreaterThanOrEqual((row.actual ?? 0) * left * (1 - 1e-12));
          expect(interval.low).toBeLessThanOrEqual(value);
          expect(interval.high).toBeGreaterThanOrEqual(value);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('forecasts a rate that covers what comes as often as it says, and says until when it is early', () => {
    const random = seededRandom('rates');
    const rate = { ...january, kpi: 'er_by_impressions', baseline: 0.01, target: 0.05 };
    let covered = 0;
    const months = 150;
    for (let month = 0; month < months; month += 1) {
      const posts = Array.from({ length: 31 }, (_, index) => {
        const impressions = 500 + Math.floor(random() * 1000);
        const reactions = Math.round(impressions * 0.03 * (0.4 + 1.2 * random()));
        return post(String(index), String(index + 1).padStart(2, '0'), {
          impressions,
          reactions,
          comments: 0,
          shares: 0,
        });
      });
      const soFar = posts.slice(0, 14).flat();
      const early = score(
        rate,
        soFar.map((reading) => ({ ...reading, asOf: '2027-01-14T12:00:00Z' })),
        '14',
      );
      const late = score(rate, posts.flat(), '31');
      expect(early.forecast?.value).toBeCloseTo(early.actual ?? 0, 12);
      const { low, high } = early.forecast?.interval ?? { low: 1, high: 0 };
      if (low <= (late.actual ?? 0) && (late.actual ?? 0) <= high) covered += 1;
    }
    // Four in five, give or take what 150 months can tell.
    expect(covered / months).toBeGreaterThan(0.7);
    expect(covered / months).toBeLessThan(0.9);
    expect(score(rate, [], '31').tooEarly).toBe(true);
    const { rows } = scorecard({ objectives: [rate] }, [], { asOf: '2027-02-01T00:00:00Z' });
    expect(rows[0]).toMatchObject({ tooEarly: false, verdict: 'unknown' });
  });

  it('forecasts a level with an interval', () => {
    const readings = ['01', '04', '08', '12', '15'].map((day, index) =>
      followers(day, 100 + index * 10),
    );
    const { forecast } = score(audience, readings, '15');
    expect(forecast!.value).toBeCloseTo(140 + (40 / 14) * 16, 9);
    expect(forecast!.interval.low).toBeLessThan(forecast!.value);
    expect(forecast!.interval.level).toBe(0.8);
  });
});
