import {
  epochMilliseconds,
  type Instant,
  type Zone,
  zoneOffset,
  zoneTransitions,
} from '@affiche/core';

/** An hour of the local week: 0 is Monday 00:00, 167 is Sunday 23:00. */
export type HourOfWeek = number;

/** How many hours a week has on the wall, whatever the clocks do. */
export const hoursPerWeek = 168;

const hour = 3_600_000;
// The epoch was a Thursday.
const thursday = 3 * 24;
const lookAhead = 180 * 24 * hour;

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
  return hourAfter(moment + zoneOffset(moment, zone));
}

/** The same for many moments in order of time: a zone is asked once per change of its clocks. */
export function hoursOfWeekAt(moments: Float64Array, zone: Zone): Uint8Array {
  const hours = new Uint8Array(moments.length);
  let offset = 0;
  let until = -Infinity;
  for (let index = 0; index < moments.length; index += 1) {
    const moment = moments[index] as number;
    if (!(moment < until)) {
      offset = zoneOffset(moment, zone);
      const horizon = moment + lookAhead;
      until = zoneTransitions(zone, moment + 1, horizon)[0]?.at ?? horizon;
    }
    hours[index] = hourAfter(moment + offset);
  }
  return hours;
}

function hourAfter(local: number): HourOfWeek {
  const localHour = Math.floor(local / hour) + thursday;
  return ((localHour % hoursPerWeek) + hoursPerWeek) % hoursPerWeek;
}
