import { epochMilliseconds, resolveWallTime } from '@affiche/core';
import { hourOfWeek, nameHour } from '@affiche/schedule';
import { expandRecurrence, refreshTime, storeTime } from '@affiche/schedule/time';
import { expect, test } from 'vitest';

test('a weekly recurrence shows the same time on the wall for a year, in every zone, once', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const weekly = { startDate: '2026-01-05', time: '02:30', zone };
    const walls = expandRecurrence(weekly, { from: '2026-01-05', to: '2026-12-31' });
    expect(walls).toHaveLength(52);
    const moments = walls.map((wall) => epochMilliseconds(resolveWallTime(wall)));
    const drifted = moments.filter((moment, week) => {
      const hour = hourOfWeek(new Date(moment).toISOString(), zone);
      // A skipped time is shown an hour later that one week.
      return week > 0 && hour !== 2 && hour !== 3;
    });
    expect(drifted).toEqual([]);
    expect(new Set(moments).size).toBe(52);
  }
});

test('a repeated time comes once, and reject leaves it out', () => {
  const daily = { startDate: '2027-10-30', time: '02:30', zone: 'Europe/Paris', everyDays: 1 };
  const period = { from: '2027-10-30', to: '2027-11-01' };
  expect(expandRecurrence(daily, period).map(resolveWallTime)).toEqual([
    '2027-10-30T00:30:00.000Z',
    '2027-10-31T00:30:00.000Z',
    '2027-11-01T01:30:00.000Z',
  ]);
  expect(expandRecurrence({ ...daily, disambiguation: 'reject' }, period)).toHaveLength(2);
});

test('a day that a place skipped is left out, not sent with the next', () => {
  const daily = { startDate: '2011-12-29', time: '08:30', zone: 'Pacific/Apia', everyDays: 1 };
  const walls = expandRecurrence(daily, { from: '2011-12-29', to: '2011-12-31' });
  expect(walls.map(({ date }) => date)).toEqual(['2011-12-29', '2011-12-31']);
});

test('holidays are left out, and a count counts from the start', () => {
  const rule = {
    startDate: '2027-01-04',
    time: '08:00',
    zone: 'UTC',
    weekdays: [0, 2],
    count: 4,
    except: [{ from: '2027-01-06', to: '2027-01-06', reason: 'closed' }],
  };
  const dates = (from: string) =>
    expandRecurrence(rule, { from, to: '2027-03-01' }).map(({ date }) => date);
  expect(dates('2027-01-01')).toEqual(['2027-01-04', '2027-01-11', '2027-01-13']);
  expect(dates('2027-01-12')).toEqual(['2027-01-13']);
});

test('a recurrence over a thousand years is refused', () => {
  const rule = { startDate: '2027-01-04', time: '08:00', zone: 'UTC' };
  expect(() => expandRecurrence(rule, { from: '2027-01-04', to: '3027-01-04' })).toThrow(/limit/);
});

test('a stored time stays while the rules of its zone stay', () => {
  const wall = {
    date: '2027-07-01',
    time: '08:30',
    zone: 'Europe/Paris',
    disambiguation: 'compatible',
  } as const;
  const stored = storeTime(wall);
  expect(refreshTime(stored)).toEqual({ ...stored, movedSeconds: 0 });
  expect(storeTime({ ...wall, zone: 'Europe/London' }).zoneRules).not.toBe(stored.zoneRules);
});

test.each(['UTC', 'America/New_York', 'Asia/Kathmandu'])('hours have their names in %s', (zone) => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect([nameHour(0), nameHour(167), nameHour(130, 'fr')]).toEqual([
      'Monday 00:00',
      'Sunday 23:00',
      'samedi à 10 h',
    ]);
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
