import { ConfigurationError, seededRandom } from '@affiche/core';
import { fitPostingTimes, hourOfWeek, type PostObservation } from '@affiche/schedule';
import { audienceFromReactions, audienceFromTable } from '@affiche/schedule/audience';
import { evaluateSchedule, regret, simulateAudience } from '@affiche/schedule/evaluation';
import { expect, test } from 'vitest';

const zone = 'Europe/Paris';
const monday = '2027-01-03T23:00:00Z';
const truth = simulateAudience(
  { zone, audience: [{ zone, share: 1 }], effect: 0.4, noise: 0.5, cannibalisation: 0 },
  'evaluation',
);

function at(step: number, slot: number): string {
  const week = Date.parse(monday) + (step % 10) * 604_800_000;
  return new Date(week + slot * 3_600_000).toISOString();
}

test('a log of random hours tells what a better schedule would have gained', () => {
  const random = seededRandom('log');
  const surface = truth.surface(monday);
  const best = new Set(
    [...surface.keys()].toSorted((a, b) => (surface[b] ?? 0) - (surface[a] ?? 0)).slice(0, 24),
  );
  const log = Array.from({ length: 1500 }, (_, step): PostObservation => {
    const publishedAt = at(step, Math.floor(random() * 168));
    return {
      id: `${step}`,
      account: 'a',
      platform: 'simulated',
      publishedAt,
      measuredAt: '2027-12-01T00:00:00Z',
      metrics: { reactions: truth.engagement({ at: publishedAt }, random) },
      propensity: 1 / 168,
    };
  });
  const options = { zone, objective: 'engagement', random: seededRandom('bootstrap') } as const;
  const judged = evaluateSchedule(log, (slot) => (best.has(slot) ? 1 : 0), options);
  const gain = [...best].reduce((sum, slot) => sum + (surface[slot] ?? 0) / best.size, 0);
  const mean = surface.reduce((sum, effect) => sum + effect / 168, 0);
  const expected = Math.expm1(gain - mean);
  for (const interval of [judged.snips, judged.doublyRobust]) {
    expect(interval.low).toBeLessThan(expected);
    expect(interval.high).toBeGreaterThan(expected * 0.8);
    expect(interval.low).toBeGreaterThan(0);
  }
  expect(judged.effectivePosts).toBeGreaterThan(100);
  expect(judged.loggedShare).toBe(1);
  const never = () =>
    evaluateSchedule(
      log.slice(0, 3),
      (slot) => (slot === hourOfWeek(monday, zone) ? 1 : 0),
      options,
    );
  expect(never).toThrow(ConfigurationError);
});

test('a simulated audience is the same for the same seed and moves with its clocks', () => {
  const spec = {
    zone,
    audience: [
      { zone, share: 0.5 },
      { zone: 'America/New_York', share: 0.5 },
    ],
  };
  const one = simulateAudience(spec, 'seed');
  expect(simulateAudience(spec, 'seed').surface(monday)).toEqual(one.surface(monday));
  // For two weeks in March New York is an hour nearer.
  expect(one.surface('2027-03-21T23:00:00Z')).not.toEqual(one.surface(monday));
  expect(one.surface('2027-04-11T22:00:00Z')).toEqual(one.surface(monday));
});

test('regret adds up what choices lost against the best hour', () => {
  const surface = truth.surface(monday);
  const best = surface.indexOf(Math.max(...surface));
  expect(regret([best, best], () => surface)).toEqual([0, 0]);
  const worst = surface.indexOf(Math.min(...surface));
  expect(regret([worst, worst], () => surface)[1]).toBeGreaterThan(0.8);
});

test('an audience is read off its reactions, or off a table', () => {
  const evenings = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.parse('2027-01-04T19:30:00Z') + index * 86_400_000).toISOString(),
    zone: index % 3 === 0 ? 'America/New_York' : zone,
  }));
  const [paris, newYork] = audienceFromReactions(evenings);
  expect([paris?.zone, newYork?.zone]).toEqual([zone, 'America/New_York']);
  expect(paris?.weight).toBeCloseTo(2 / 3);
  const activity = paris?.activity ?? [];
  expect(activity.indexOf(Math.max(...activity)) % 24).toBe(20);
  const table = [{ day: 2, hour: 9, followers: 40 }];
  expect(audienceFromTable(table, { id: 'all', zone, weight: 1 }).activity?.[57]).toBe(40);
});

test('coverage reaches the zone that the best hours miss', () => {
  const model = fitPostingTimes([], { zone, objective: 'awareness', now: monday });
  const audience = [zone, 'America/New_York', 'Asia/Tokyo', 'America/Los_Angeles'].map((each) => ({
    id: each,
    zone: each,
    weight: 1,
  }));
  const covered = model.coverageSlots(7, audience);
  expect(covered.slots).toHaveLength(7);
  expect(covered.assumed).toHaveLength(4);
  const prime = model.coverageSlots(7, audience, { primeShare: 1 });
  const worst = (choice: typeof covered) => Math.min(...Object.values(choice.reach));
  expect(worst(covered)).toBeGreaterThan(worst(prime));
});
