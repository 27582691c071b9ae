import {
  ConfigurationError,
  type Disambiguation,
  instant,
  type PlainDate,
  type WallTime,
  wallTimeAt,
  wallTimeReadings,
  type Zone,
} from '@affiche/core';
import type { Blackout } from '../calendar-input.ts';
import { dateOf, dayNumber, weekdayOf } from '../plain-date.ts';

/** A post that comes again, told in days and times on the wall. */
export interface Recurrence {
  readonly startDate: PlainDate;
  /** `08:30`. */
  readonly time: string;
  readonly zone: Zone;
  /**
   * Every so many days.
   *
   * @defaultValue 1 with `weekdays`, else 7
   */
  readonly everyDays?: number;
  /** Only on these days: 0 is Monday. */
  readonly weekdays?: readonly number[];
  /** How often, at most. */
  readonly count?: number;
  /** Holidays and embargoes: what falls on them is left out, not moved. */
  readonly except?: readonly Blackout[];
  /**
   * What to do where the clocks skip or repeat the time. Even a repeated time comes once.
   *
   * @defaultValue `compatible`
   */
  readonly disambiguation?: Disambiguation;
}

const longestDays = 3 * 366;

/**
 * The wall times of a recurrence from one day to another, both included. It steps in days of the
 * calendar, so 08:30 stays 08:30 through every change of the clocks, and leaves out a day that the
 * calendar of the place itself left out. With `reject`, times that the
 * clocks skip or repeat are left out.
 *
 * ```ts
 * import { resolveWallTime } from '@affiche/core';
 * import { expandRecurrence } from '@affiche/schedule/time';
 *
 * const weekly = { startDate: '2027-03-25', time: '08:30', zone: 'Europe/Paris' };
 * expandRecurrence(weekly, { from: '2027-03-25', to: '2027-04-02' }).map(resolveWallTime);
 * // => ['2027-03-25T07:30:00.000Z', '2027-04-01T06:30:00.000Z']
 * ```
 *
 * @throws ConfigurationError `invalid-period`, `invalid-option`, `unknown-zone`.
 */
export function expandRecurrence(
  recurrence: Recurrence,
  { from, to }: { readonly from: PlainDate; readonly to: PlainDate },
): WallTime[] {
  const { startDate, time, zone, weekdays, count = Infinity, except = [] } = recurrence;
  const { everyDays = weekdays ? 1 : 7, disambiguation = 'compatible' } = recurrence;
  const [start, first, last] = [dayNumber(startDate), dayNumber(from), dayNumber(to)];
  requirePeriod(recurrence, everyDays, last - Math.max(start, first));
  const found: WallTime[] = [];
  // Occurrences before the period count, so it starts at the beginning.
  for (let day = start, seen = 0; day <= last && seen < count; day += everyDays) {
    const date = dateOf(day);
    if (weekdays && !weekdays.includes(weekdayOf(day))) continue;
    seen += 1;
    if (day < first || except.some(({ from, to }) => from <= date && date <= to)) continue;
    const wall = { date, time, zone, disambiguation };
    const { shown, later } = wallTimeReadings(wall);
    if (disambiguation === 'reject' && shown !== 'once') continue;
    // Samoa skipped a whole day: its time would come with that of the next.
    if (shown === 'never' && wallTimeAt(instant(later), zone).date !== date) continue;
    found.push(wall);
  }
  return found;
}

function requirePeriod({ startDate }: Recurrence, everyDays: number, days: number): void {
  if (!Number.isInteger(everyDays) || everyDays < 1) {
    throw new ConfigurationError('invalid-option', {
      message: `everyDays is ${everyDays}; it must be a whole number of days, at least 1`,
      hint: 'Write 7 for weekly.',
      details: { everyDays },
    });
  }
  // Without this, a period of NaN or of a thousand years would be walked day by day.
  if (!(days <= longestDays)) {
    throw new ConfigurationError('invalid-period', {
      message: `A recurrence from ${startDate} cannot be written out over ${days} days: the limit is ${longestDays}`,
      hint: 'Write dates like 2027-01-04, and expand one year at a time.',
      details: { days, limit: longestDays },
    });
  }
}
