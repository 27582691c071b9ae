import { seededRandom } from '@affiche/core';
import type { PostObservation } from '@affiche/schedule';
import { evaluateSchedule, simulateAudience } from '@affiche/schedule/evaluation';
import { expect, test } from 'vitest';

const zone = 'UTC';

function log(count: number, rest: Partial<PostObservation> = {}): PostObservation[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    account: 'a',
    platform: 'bluesky',
    publishedAt: new Date(Date.UTC(2026, 0, 1 + index, index % 2 ? 18 : 9)).toISOString(),
    measuredAt: '2026-12-01T00:00:00Z',
    metrics: { reactions: (index % 2 ? 40 : 20) + (index % 7) },
    ...rest,
  }));
}

function evaluate(
  posts: readonly PostObservation[],
  policy = (slot: number) => Number(slot % 24 === 18),
) {
  const options = {
    zone,
    objective: 'engagement',
    random: seededRandom('bad'),
    resamples: 40,
  } as const;
  return evaluateSchedule(posts, policy, options);
}

test.each([0, -1, 2, Number.NaN, Infinity])('a propensity of %s counts as none', (propensity) => {
  expect(evaluate(log(60, { propensity }))).toEqual(evaluate(log(60)));
});

test('what was exported twice counts once, and what is no number not at all', () => {
  const endless = log(1, { id: 'endless', metrics: { reactions: Infinity } });
  expect(evaluate([...log(60), ...log(60), ...endless])).toEqual(evaluate(log(60)));
});

test.each([0, 1, 8])('%d posts judge no schedule', (count) => {
  expect(() => evaluate(log(count))).toThrow(/at least 5 are needed/);
});

test.each([Number.NaN, -1, 0, Infinity])('a policy of %s is none', (share) => {
  expect(() => evaluate(log(60), () => share)).toThrow(/policy/);
});

test.each([
  { audience: [] },
  { audience: [{ zone, share: 0 }] },
  { noise: Number.NaN },
  { idiosyncrasy: 1 },
  { followers: { start: 0, weeklyGrowth: 0 } },
])('no audience is simulated with %j', (wrong) => {
  const spec = { zone, audience: [{ zone, share: 1 }], ...wrong };
  expect(() => simulateAudience(spec, 'bad')).toThrow(/No audience can be simulated/);
});
