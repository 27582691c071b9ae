import { epochMilliseconds, type Instant, type Zone, zoneOffset } from '@affiche/core';

/** An hour of the local week: 0 is Monday 00:00, 167 is Sunday 23:00. */
export type HourOfWeek = number;

/** How many hours a week has on the wall, whatever the clocks do. */
export const hoursPerWeek = 168;

const hour = 3_600_000;
// The epoch was a Thursday.
const thursday = 3 * 24;

/**
 * The hour of the week that the clocks of a place show at a moment.
 *
 * ```ts
 * import { hourOfWeek } from '@affiche/schedule';
 *
 * hourOfWeek('2027-01-04T08:30:00Z', 'Europe/Paris'); // => 9
 * ```
 *
 * @throws ConfigurationError `unknown-zone`.
 */
export function hourOfWeek(at: Instant, zone: Zone): HourOfWeek {
  return hourOfWeekAt(epochMilliseconds(at), zone);
}

/** The same for milliseconds since the epoch. */
export function hourOfWeekAt(moment: number, zone: Zone): HourOfWeek {
  const localHour = Math.floor((moment + zoneOffset(moment, zone)) / hour) + thursday;
  return ((localHour % hoursPerWeek) + hoursPerWeek) % hoursPerWeek;
}
