import { calendarDay, epochMilliseconds, instant } from '@affiche/core';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';

const hours = (moment: string, zone: string) => {
  const { from, until } = calendarDay(moment, zone);
  return (epochMilliseconds(until) - epochMilliseconds(from)) / 3_600_000;
};

it.each([
  ['2027-03-14T20:00:00Z', 'America/Los_Angeles', 23],
  ['2027-11-07T20:00:00Z', 'America/Los_Angeles', 25],
  ['2027-01-04T20:00:00Z', 'America/Los_Angeles', 24],
  // Clocks that skip midnight, and clocks that repeat it.
  ['2026-03-29T12:00:00Z', 'Asia/Beirut', 23],
  ['2026-11-01T12:00:00Z', 'America/Havana', 25],
])('the day of %s in %s has %d hours', (moment, zone, expected) => {
  expect(hours(moment, zone)).toBe(expected);
});

it('holds its moment, and days follow one another without a gap', () => {
  const moments = fc.date({
    min: new Date('2020-01-01T00:00:00Z'),
    max: new Date('2030-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  const zones = fc.constantFrom('UTC', 'America/Los_Angeles', 'Asia/Kathmandu', 'Asia/Beirut');
  fc.assert(
    fc.property(moments, zones, (date, zone) => {
      const { from, until } = calendarDay(instant(date.getTime()), zone);
      expect(epochMilliseconds(from)).toBeLessThanOrEqual(date.getTime());
      expect(epochMilliseconds(until)).toBeGreaterThan(date.getTime());
      expect(calendarDay(until, zone).from).toBe(until);
    }),
  );
});
