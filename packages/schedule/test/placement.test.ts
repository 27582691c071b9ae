import {
  Draft,
  epochMilliseconds,
  type Publication,
  resolveWallTime,
  seededRandom,
} from '@affiche/core';
import {
  type CalendarStrategy,
  fitPostingTimes,
  hourOfWeek,
  type Idea,
  nextFreeSlot,
  placeNow,
  planCalendar,
  replanCalendar,
} from '@affiche/schedule';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const hour = 3_600_000;
const account = { platform: 'bluesky', id: 'a' };

function idea(id: string, rest: Partial<Idea> = {}): Idea {
  return { draft: Draft.parse({ id, items: [{ text: id }] }), ...rest };
}

const instance = fc.record({
  zone: fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kathmandu', 'Africa/Cairo'),
  from: fc.constantFrom('2027-03-10', '2027-03-24', '2027-10-27', '2027-04-28'),
  days: fc.integer({ min: 1, max: 16 }),
  max: fc.integer({ min: 0, max: 12 }),
  min: fc.integer({ min: 0, max: 4 }),
  perDay: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  gap: fc.integer({ min: 0, max: 30 }),
  quietFrom: fc.integer({ min: 0, max: 23 }),
  quietTo: fc.integer({ min: 0, max: 23 }),
  rolling: fc.option(
    fc.record({ hours: fc.integer({ min: 2, max: 48 }), max: fc.integer({ min: 1, max: 4 }) }),
    { nil: undefined },
  ),
  seed: fc.option(fc.string(), { nil: undefined }),
  values: fc.array(fc.double({ min: 0.1, max: 5, noNaN: true }), { maxLength: 20 }),
});

function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * hour).toISOString().slice(0, 10);
}

/** The rules once more, written differently: every pair, every window, every local day. */
function violations(publications: readonly Publication[], strategy: CalendarStrategy): string[] {
  const [channel] = strategy.channels;
  if (!channel) return [];
  const { minGapHours = 3, perDay = Infinity, perWeek, rolling = [] } = channel.cadence;
  const times = publications.map(({ at }) => ({
    at,
    moment: epochMilliseconds(resolveWallTime(at)),
  }));
  const found: string[] = [];
  for (const [a, one] of times.entries()) {
    for (const other of times.slice(a + 1)) {
      if (Math.abs(one.moment - other.moment) < minGapHours * hour) found.push('gap');
    }
    const day = times.filter(({ at }) => at.date === one.at.date).length;
    if (day > perDay) found.push('day');
    const monday = (date: string) => Math.floor((Date.parse(date) / (24 * hour) + 3) / 7);
    if (times.filter(({ at }) => monday(at.date) === monday(one.at.date)).length > perWeek.max) {
      found.push('week');
    }
    for (const { hours, max } of rolling) {
      const within = times.filter(
        ({ moment }) => moment >= one.moment && moment < one.moment + hours * hour,
      );
      if (within.length > max) found.push('rolling');
    }
    for (const { from, to } of channel.quietHours ?? []) {
      const isQuiet =
        from <= to
          ? one.at.time >= from && one.at.time < to
          : one.at.time >= from || one.at.time < to;
      if (isQuiet) found.push('quiet');
    }
  }
  return found;
}

function time(hours: number): string {
  return `${String(hours).padStart(2, '0')}:00`;
}

const untaught = { zone: 'Europe/Paris', objective: 'engagement' } as const;
const timing = fitPostingTimes([], { ...untaught, now: '2027-01-03T12:00:00Z' });

test(
  'no calendar breaks a rule, and none is worth more than its bound',
  { timeout: 30_000 },
  () => {
    fc.assert(
      fc.property(instance, (given) => {
        const strategy: CalendarStrategy = {
          zone: given.zone,
          channels: [
            {
              account,
              cadence: {
                perWeek: { min: given.min, max: given.max },
                perDay: given.perDay,
                minGapHours: given.gap,
                rolling: given.rolling ? [given.rolling] : [],
              },
              quietHours: [{ from: time(given.quietFrom), to: time(given.quietTo) }],
            },
          ],
          pillars: [],
        };
        const ideas = given.values.map((value, index) => idea(`idea-${index}`, { value }));
        const to = addDays(given.from, given.days - 1);
        const random = given.seed === undefined ? undefined : seededRandom(given.seed);
        const plan = planCalendar({ strategy, ideas, timing, random, from: given.from, to });
        expect(violations(plan.publications, strategy)).toEqual([]);
        expect(plan.publications.length + plan.unplaced.length).toBe(ideas.length);
        expect(plan.proposals).toHaveLength(random ? plan.publications.length : 0);
        expect(plan.optimalityGap).toBeGreaterThanOrEqual(0);
        expect(plan.value).toBeLessThanOrEqual(plan.valueBound + 1e-9);
      }),
      { numRuns: 60, seed: 7 },
    );
  },
);

const strategy: CalendarStrategy = {
  zone: 'Europe/Paris',
  channels: [
    {
      account,
      cadence: { perWeek: { min: 0, max: 5 }, perDay: 1 },
      quietHours: [{ from: '21:00', to: '07:00' }],
    },
  ],
  pillars: [],
};
const period = { from: '2027-01-04', to: '2027-01-17' };
const ideas = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => idea(id));

test('ideas that could stand for each other go out in the order they were written', () => {
  const { publications } = planCalendar({ strategy, ideas, ...period });
  expect(publications.map(({ draft }) => draft.id)).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

/** Times of day planned with this seed, each proposal checked. */
function timesOf(seed?: string): string[] {
  const random = seed === undefined ? undefined : seededRandom(seed);
  const { publications, proposals } = planCalendar({
    strategy,
    ideas,
    timing,
    random,
    ...period,
  });
  for (const { id, slot, propensity } of proposals) {
    const found = publications.find((each) => each.id === id);
    expect(found && hourOfWeek(resolveWallTime(found.at), timing.zone)).toBe(slot);
    expect(propensity).toBeGreaterThan(0);
    expect(propensity).toBeLessThanOrEqual(1);
  }
  return publications.map(({ at }) => at.time);
}

test('hours nobody knows yet are varied by chance, the same ones for the same seed', () => {
  expect(new Set(timesOf())).toEqual(new Set(['07:00']));
  expect(new Set(timesOf('chance')).size).toBeGreaterThan(3);
  expect(timesOf('chance')).toEqual(timesOf('chance'));
  expect(timesOf('other')).not.toEqual(timesOf('chance'));
});

test('planning again moves only what has to move', () => {
  const calendar = planCalendar({ strategy, ideas, ...period });
  const second = calendar.publications[1];
  if (!second) throw new Error('there is a second post');
  const blackouts = [{ from: second.at.date, to: second.at.date, reason: 'closed' }];
  const again = replanCalendar({
    strategy: { ...strategy, blackouts },
    ideas,
    calendar,
    ...period,
  });
  expect(again.moved.map(({ id }) => id)).toEqual([second.id]);
  expect(again.moved[0]?.reason).toMatch(/day off: closed/);
  expect(again.publications).toHaveLength(6);
  const unchanged = replanCalendar({ strategy, ideas, calendar, ...period });
  expect([unchanged.moved, unchanged.added, unchanged.removed]).toEqual([[], [], []]);
});

test('a published post never moves', () => {
  const calendar = planCalendar({ strategy, ideas, ...period });
  const [first] = calendar.publications;
  if (!first) throw new Error('there is a first post');
  const blackouts = [{ from: first.at.date, to: first.at.date, reason: 'closed' }];
  const changed = { ...strategy, blackouts };
  const again = replanCalendar({
    strategy: changed,
    ideas,
    calendar,
    published: [first],
    ...period,
  });
  expect(again.publications.find(({ id }) => id === first.id)?.at).toEqual(first.at);
});

test('an urgent post goes out as soon as the rules allow, and the others make room', () => {
  const calendar = planCalendar({ strategy, ideas, ...period });
  const [first] = calendar.publications;
  if (!first) throw new Error('there is a first post');
  const before = epochMilliseconds(resolveWallTime(first.at)) - 600_000;
  const now = new Date(before).toISOString();
  const plan = placeNow({ strategy, ideas, calendar, urgent: idea('news'), now, ...period });
  expect(plan.urgent[0]?.at.date).toBe(first.at.date);
  expect(plan.moved.map(({ id }) => id)).toEqual([first.id]);
  expect(violations(plan.publications, strategy)).toEqual([]);
  expect(plan.publications).toHaveLength(7);
});

test('a search for a free slot ends, even where there is none', () => {
  const [channel] = strategy.channels;
  if (!channel) throw new Error('there is a channel');
  const never = {
    ...channel,
    quietHours: [
      { from: '00:00', to: '12:00' },
      { from: '12:00', to: '00:00' },
    ],
  };
  const after = '2027-01-04T08:00:00Z';
  expect(nextFreeSlot({ strategy, channel: never, publications: [], after })).toBeUndefined();
  const { publications } = planCalendar({ strategy, ideas, ...period });
  const free = nextFreeSlot({ strategy, channel, publications, after });
  expect(publications.map(({ at }) => at.date)).not.toContain(free?.date);
});

function forParents(id: string): Idea {
  return { draft: { ...idea(id).draft, audience: 'parents' } };
}

test('one audience gets no more than its posts of the day over all accounts', () => {
  const channels = ['a', 'b', 'c'].map((id) => ({
    account: { platform: `network-${id}`, id },
    cadence: { perWeek: { min: 0, max: 7 } },
  }));
  const plan = planCalendar({
    strategy: { zone: 'UTC', channels, pillars: [] },
    ideas: [forParents('one'), forParents('two')],
    audienceCaps: [{ audience: 'parents', perDay: 1 }],
    ...period,
  });
  const dates = plan.publications.map(({ at }) => at.date);
  expect(dates).toHaveLength(6);
  expect(new Set(dates).size).toBe(6);
});

test('contradictions are named', () => {
  const cadence = { perWeek: { min: 9, max: 5 }, perDay: 1 };
  const [channel] = strategy.channels;
  if (!channel) throw new Error('there is a channel');
  const plan = planCalendar({
    strategy: { ...strategy, channels: [{ ...channel, cadence }] },
    ideas,
    ...period,
  });
  const rules = plan.findings.map(({ rule }) => rule);
  expect(rules).toContain('schedule/cadence/contradiction');
  expect(rules).toContain('schedule/cadence/impossible');
});

test('ten years are refused', () => {
  expect(() => planCalendar({ strategy, ideas, from: '2027-01-01', to: '2036-12-31' })).toThrow(
    /it must have 1 to 1098 days/,
  );
});
