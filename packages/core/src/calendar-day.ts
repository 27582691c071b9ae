import { epochMilliseconds, type Instant, instant } from './instant.ts';
import { resolveWallTime, wallTimeAt } from './resolve-wall-time.ts';
import type { Zone } from './zone.ts';

/** A day as the calendars of a place have it: 23, 24 or 25 hours, seldom anything else. */
export interface CalendarDay {
  readonly from: Instant;
  /** The beginning of the next day. */
  readonly until: Instant;
}

/**
 * The day in which a moment lies at a place. Where the clocks skip midnight it begins when they go on,
 * and where they repeat it, when they show it first.
 *
 * ```ts
 * import { calendarDay } from '@affiche/core';
 *
 * calendarDay('2027-01-04T11:00:00Z', 'America/Los_Angeles').until; // => '2027-01-05T08:00:00.000Z'
 * ```
 *
 * @throws {@link ConfigurationError} `unknown-zone`.
 */
export function calendarDay(moment: Instant, zone: Zone): CalendarDay {
  const { date } = wallTimeAt(moment, zone);
  const from = midnight(date, zone);
  return { from, until: midnight(dayAfter(date), zone) };
}

function midnight(date: string, zone: Zone): Instant {
  return resolveWallTime({ date, time: '00:00', zone, disambiguation: 'compatible' });
}

function dayAfter(date: string): string {
  return instant(epochMilliseconds(`${date}T00:00:00Z`) + 86_400_000).slice(0, 10);
}
