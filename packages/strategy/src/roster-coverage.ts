import type { Roster, Shift } from './team.ts';
import { Weekday } from './team.ts';

const minutesADay = 24 * 60;
const minutesAWeek = 7 * minutesADay;

/** Hours of the week that were promised and in which nobody is there. */
export interface CoverageGap {
  /** The day on which it begins. */
  readonly day: Weekday;
  /** `18:00`. */
  readonly from: string;
  /** `09:00`; on the next day when it is not after `from`. */
  readonly to: string;
  readonly minutes: number;
}

/**
 * The promised hours in which nobody watches the channels, exactly, Monday first.
 *
 * ```ts
 * import { coverageGaps } from '@affiche/strategy';
 *
 * const roster = {
 *   coverage: [{ days: ['sat' as const], from: '09:00', to: '18:00' }],
 *   shifts: [{ member: 'ines', days: ['sat' as const], from: '09:00', to: '12:30' }],
 * };
 * coverageGaps(roster); // => [{ day: 'sat', from: '12:30', to: '18:00', minutes: 330 }]
 * ```
 */
export function coverageGaps({ coverage, shifts }: Roster): CoverageGap[] {
  const promised = minutesOf(coverage);
  for (const minute of minutesOf(shifts)) promised.delete(minute);
  const gaps: CoverageGap[] = [];
  for (let minute = 0; minute < minutesAWeek; minute += 1) {
    if (!promised.has(minute)) continue;
    const start = minute;
    while (promised.has(minute + 1) && (minute + 1) % minutesADay !== 0) minute += 1;
    gaps.push({
      day: Weekday.options[Math.floor(start / minutesADay)] ?? 'mon',
      from: timeOf(start),
      to: timeOf(minute + 1),
      minutes: minute + 1 - start,
    });
  }
  return gaps;
}

/** The hours a week that each member of a roster is on watch, and on how many days. */
export function rosteredHours(
  shifts: readonly Shift[],
): ReadonlyMap<string, { readonly hours: number; readonly days: number }> {
  const members = [...new Set(shifts.map(({ member }) => member))];
  return new Map(
    members.map((member) => {
      const minutes = minutesOf(shifts.filter((shift) => shift.member === member));
      const days = new Set([...minutes].map((minute) => Math.floor(minute / minutesADay)));
      return [member, { hours: minutes.size / 60, days: days.size }];
    }),
  );
}

/** Every minute of the week that some of the spans cover. */
function minutesOf(spans: readonly Pick<Shift, 'days' | 'from' | 'to'>[]): Set<number> {
  const minutes = new Set<number>();
  for (const { days, from, to } of spans) {
    const length = (minuteOf(to) - minuteOf(from) + minutesADay) % minutesADay || minutesADay;
    for (const day of days) {
      const start = Weekday.options.indexOf(day) * minutesADay + minuteOf(from);
      for (let each = 0; each < length; each += 1) minutes.add((start + each) % minutesAWeek);
    }
  }
  return minutes;
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function timeOf(minuteOfWeek: number): string {
  const minute = minuteOfWeek % minutesADay;
  return [Math.floor(minute / 60), minute % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
