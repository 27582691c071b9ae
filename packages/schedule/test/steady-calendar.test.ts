import { Draft, epochMilliseconds, seededRandom } from '@affiche/core';
import {
  type CalendarStrategy,
  fitPostingTimes,
  type Idea,
  planCalendar,
  type PostingTimeModel,
  postingTimeModel,
  type PostingTimeState,
} from '@affiche/schedule';
import { assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';

// Runtimes disagree about the last digits of exponentials and logarithms; calendars must not.
const disagreement = 2e-15;
const now = '2027-01-03T12:00:00Z';
const options = { zone: 'Europe/Paris', objective: 'engagement', now } as const;

const random = seededRandom('last digits');
const history = Array.from({ length: 120 }, (_, index) => {
  const publishedAt = new Date(epochMilliseconds(now) - (index + 3) * 11 * 3_600_000);
  const reactions = (publishedAt.getUTCHours() >= 17 ? 40 : 12) * Math.exp(2 * random());
  return {
    id: `post-${index}`,
    account: 'a',
    platform: 'bluesky',
    publishedAt: publishedAt.toISOString(),
    measuredAt: now,
    metrics: { reactions: Math.round(reactions) },
  };
});
const taught = fitPostingTimes(history, options);
const untaught = fitPostingTimes([], options);

const strategy: CalendarStrategy = {
  zone: 'Europe/Paris',
  channels: [
    {
      account: { platform: 'bluesky', id: 'did:plc:bakery' },
      cadence: { perWeek: { min: 2, max: 4 }, perDay: 1, minGapHours: 12 },
      quietHours: [{ from: '21:00', to: '07:00' }],
    },
  ],
  pillars: [
    { id: 'craft', share: 0.5 },
    { id: 'shop', share: 0.5 },
  ],
};
const ideas = Array.from({ length: 10 }, (_, index): Idea => {
  const draft = Draft.parse({ id: `idea-${index}`, items: [{ text: `Text ${index}` }] });
  return { draft, pillar: index % 2 ? 'craft' : 'shop', value: 1 + (index % 3) / 10 };
});

function timesOf(timing: PostingTimeModel): string[] {
  const plan = planCalendar({ strategy, ideas, timing, from: '2027-01-04', to: '2027-01-24' });
  return plan.publications.map(({ id, at }) => `${id} ${at.date} ${at.time}`);
}

/** The same model, with hours that another runtime would have computed. */
function elsewhere(model: PostingTimeModel, shift: () => number): PostingTimeModel {
  const surface = model.surface().map((each) => {
    const estimate = (1 + each.uplift.estimate) * (1 + shift()) - 1;
    return { ...each, uplift: { ...each.uplift, estimate } };
  });
  return { ...model, surface: () => surface };
}

/** The same state, every fraction of it off in its last digits. */
function blurred<Value>(value: Value, shift: () => number): Value {
  if (typeof value === 'number') {
    return (Number.isInteger(value) ? value : value * (1 + shift())) as Value;
  }
  if (Array.isArray(value)) return value.map((each) => blurred(each, shift)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, blurred(each, shift)]),
  ) as Value;
}

function shifts(seed: string): () => number {
  const chance = seededRandom(seed);
  return () => disagreement * (2 * chance() - 1);
}

test.each([
  ['a history', taught],
  ['nothing', untaught],
])('the last digits of hours learnt from %s choose no time', (_, model) => {
  const times = timesOf(model);
  expect(times).toHaveLength(10);
  assert(
    property(string(), (seed) => {
      expect(timesOf(elsewhere(model, shifts(seed)))).toEqual(times);
    }),
    { numRuns: 15 },
  );
});

test(
  'the last digits of a stored state change neither the hours shown nor the calendar',
  { timeout: 30_000 },
  () => {
    const state: PostingTimeState = JSON.parse(JSON.stringify(taught));
    const times = timesOf(taught);
    const best = taught.primeSlots(20).map(({ slot }) => slot);
    assert(
      property(string(), (seed) => {
        const other = postingTimeModel(blurred(state, shifts(seed)));
        expect(other.primeSlots(20).map(({ slot }) => slot)).toEqual(best);
        expect(timesOf(other)).toEqual(times);
      }),
      { numRuns: 15 },
    );
  },
);

test('hours of one worth come in the order of the week', () => {
  expect(untaught.primeSlots(4).map(({ slot }) => slot)).toEqual([0, 1, 2, 3]);
});
