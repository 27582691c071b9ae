import { Calendar, Draft, epochMilliseconds, resolveWallTime } from '@affiche/core';
import { type CalendarStrategy, fitPostingTimes, type Idea, planCalendar } from '@affiche/schedule';
import { expect, test } from 'vitest';

const strategy: CalendarStrategy = {
  zone: 'Europe/Paris',
  channels: [
    {
      account: { platform: 'bluesky', id: 'did:plc:bakery' },
      cadence: { perWeek: { min: 2, max: 4 }, perDay: 1, minGapHours: 12 },
      quietHours: [{ from: '21:00', to: '07:00' }],
    },
    {
      account: { platform: 'mastodon', id: '42', host: 'mastodon.social' },
      cadence: { perWeek: { min: 1, max: 3 }, perDay: 1 },
      quietHours: [{ from: '22:00', to: '06:00' }],
    },
  ],
  pillars: [
    { id: 'craft', share: 0.5 },
    { id: 'shop', share: 0.5 },
  ],
  blackouts: [{ from: '2027-01-11', to: '2027-01-12', reason: 'closed' }],
};

function idea(id: string, rest: Partial<Idea> = {}): Idea {
  return { draft: Draft.parse({ id, items: [{ text: `Text of ${id}` }] }), ...rest };
}

const ideas = Array.from({ length: 16 }, (_, index) =>
  idea(`idea-${index}`, { pillar: index % 2 ? 'craft' : 'shop' }),
);
const period = { from: '2027-01-04', to: '2027-01-31' };

test('a calendar keeps gaps, days, weeks, quiet hours and days off', () => {
  const calendar = planCalendar({ strategy, ideas, ...period });
  expect(Calendar.parse(calendar).publications).toHaveLength(16 + 12);
  for (const { account } of strategy.channels) {
    const own = calendar.publications.filter((each) => each.account.platform === account.platform);
    const moments = own.map(({ at }) => epochMilliseconds(resolveWallTime(at)));
    const gap = account.platform === 'bluesky' ? 12 : 3;
    moments.slice(1).forEach((moment, index) => {
      expect(moment - (moments[index] ?? 0)).toBeGreaterThanOrEqual(gap * 3_600_000);
    });
    expect(new Set(own.map(({ at }) => at.date)).size).toBe(own.length);
  }
  const hours = calendar.publications.map(({ at }) => Number(at.time.slice(0, 2)));
  expect(Math.min(...hours)).toBeGreaterThanOrEqual(6);
  expect(Math.max(...hours)).toBeLessThan(22);
  const dates = calendar.publications.map(({ at }) => at.date);
  expect(dates.filter((date) => date === '2027-01-11' || date === '2027-01-12')).toEqual([]);
});

test('what found no place says why', () => {
  const calendar = planCalendar({ strategy, ideas, ...period });
  expect(calendar.unplaced).toHaveLength(4);
  expect(calendar.unplaced[0]?.reason).toMatch(
    /^mastodon: none of its \d+ possible times is free: /,
  );
});

test('planning again gives the same bytes', () => {
  const once = planCalendar({ strategy, ideas, ...period });
  const again = planCalendar({ strategy, ideas, ...period });
  expect(JSON.stringify(again)).toBe(JSON.stringify(once));
});

test('a pinned post stays where it is, and the rules it breaks are named', () => {
  const pinnedAt = {
    date: '2027-01-11',
    time: '23:15',
    zone: 'Europe/Paris',
    disambiguation: 'compatible',
  } as const;
  const calendar = planCalendar({ strategy, ideas: [idea('late', { pinnedAt })], ...period });
  expect(calendar.publications.map(({ at }) => at)).toEqual([pinnedAt, pinnedAt]);
  const rules = new Set(calendar.findings.map(({ rule }) => rule));
  expect(rules).toContain('schedule/quiet-hours');
  expect(rules).toContain('schedule/blackout');
});

test('better hours are filled first', () => {
  const now = '2027-01-03T12:00:00Z';
  const history = Array.from({ length: 400 }, (_, index) => {
    const publishedAt = new Date(epochMilliseconds(now) - (index + 2) * 11 * 3_600_000);
    const isEvening = publishedAt.getUTCHours() >= 16 && publishedAt.getUTCHours() < 19;
    return {
      id: `post-${index}`,
      account: 'bluesky:did:plc:bakery',
      platform: 'bluesky',
      publishedAt: publishedAt.toISOString(),
      measuredAt: now,
      metrics: { reactions: (isEvening ? 60 : 10) + (index % 7) },
    };
  });
  const timing = fitPostingTimes(history, { zone: 'Europe/Paris', objective: 'engagement', now });
  expect(timing.signal).toBe('strong');
  const calendar = planCalendar({ strategy, ideas, timing, ...period });
  const evening = calendar.publications.filter(({ at }) => /^(17|18|19)/.test(at.time));
  expect(evening.length).toBe(calendar.publications.length);
});
