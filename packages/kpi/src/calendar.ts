import { dateOfDay, dayMilliseconds, dayNumber } from './local-day.ts';

/** A length of time that results may be grouped by. */
export type Period = 'day' | 'week' | 'month' | 'quarter' | 'year';

/**
 * How a client's year is cut.
 *
 * - `gregorian`: months of the calendar; the year starts in `startMonth` (default 1) and is named
 *   after the calendar year in which it ends.
 * - `iso-week`: weeks from Monday, years of 52 or 53 weeks, quarters of 13 weeks.
 * - `weeks`: retail years of whole weeks in a pattern such as 4-4-5, that end on a weekday nearest
 *   to, or last in, the end of a month; a 53rd week belongs to the last period.
 */
export type FiscalCalendar =
  | { readonly kind: 'gregorian'; readonly startMonth?: number }
  | { readonly kind: 'iso-week' }
  | {
      readonly kind: 'weeks';
      readonly pattern: '4-4-5' | '4-5-4' | '5-4-4';
      /** The month (1 to 12) at whose end the year ends. */
      readonly endMonth: number;
      /** The weekday on which it ends: 0 is Monday, 6 is Sunday. */
      readonly endWeekday: number;
      readonly end: 'last' | 'nearest';
    };

/**
 * Names the period of a calendar that a local day falls in: `2027`, `2027-Q1`, `2027-01`, `2027-W01`.
 *
 * ```ts
 * import { periodOf } from '@affiche/kpi';
 *
 * periodOf('2026-11-21', 'quarter', { kind: 'gregorian', startMonth: 7 }); // => '2027-Q2'
 * ```
 */
export function periodOf(
  date: string,
  period: Period,
  calendar: FiscalCalendar = { kind: 'gregorian' },
): string {
  return periodOfDay(dayNumber(date), period, calendar);
}

/** The same for a day number. */
export function periodOfDay(day: number, period: Period, calendar: FiscalCalendar): string {
  if (period === 'day') return dateOfDay(day);
  if (calendar.kind === 'weeks') {
    return weekPeriod(day, period, (year) => yearEnd(year - 1, calendar) + 1, calendar.pattern);
  }
  return period === 'week' || calendar.kind === 'iso-week'
    ? weekPeriod(day, period, isoYearStart, '4-4-5')
    : gregorian(day, period, calendar.startMonth ?? 1);
}

function gregorian(day: number, period: Exclude<Period, 'day' | 'week'>, startMonth: number) {
  const [year = 0, month = 0] = dateOfDay(day).split('-').map(Number);
  const fiscalYear = startMonth > 1 && month >= startMonth ? year + 1 : year;
  if (period === 'year') return String(fiscalYear);
  if (period === 'month') return `${year}-${two(month)}`;
  return `${fiscalYear}-Q${Math.floor(((month - startMonth + 12) % 12) / 3) + 1}`;
}

/** Cuts a year that begins on a known day into weeks, months of the pattern and quarters. */
function weekPeriod(
  day: number,
  period: Exclude<Period, 'day'>,
  yearStart: (year: number) => number,
  pattern: string,
): string {
  let year = Number(dateOfDay(day).slice(0, 4)) + 1;
  while (yearStart(year) > day) year--;
  const week = Math.floor((day - yearStart(year)) / 7);
  if (period === 'year') return String(year);
  if (period === 'week') return `${year}-W${two(week + 1)}`;
  const quarter = Math.min(3, Math.floor(week / 13));
  if (period === 'quarter') return `${year}-Q${quarter + 1}`;
  const [first = 4, second = 4] = pattern.split('-').map(Number);
  const inQuarter = week - quarter * 13;
  const month = inQuarter < first ? 0 : inQuarter < first + second ? 1 : 2;
  return `${year}-P${two(quarter * 3 + month + 1)}`;
}

/** The Monday of the week that holds 4 January. */
function isoYearStart(year: number): number {
  const fourth = dayNumber(`${year}-01-04`);
  return fourth - weekday(fourth);
}

/** The last day of a retail year. */
function yearEnd(
  year: number,
  { endMonth, endWeekday, end }: Extract<FiscalCalendar, { kind: 'weeks' }>,
): number {
  // Years that end in January are named after the year before, as the trade does.
  const calendarYear = endMonth <= 6 ? year + 1 : year;
  // The day before the first of the next month.
  const lastOfMonth = Date.UTC(calendarYear, endMonth, 0) / dayMilliseconds;
  const back = (weekday(lastOfMonth) - endWeekday + 7) % 7;
  return end === 'nearest' && back > 3 ? lastOfMonth + 7 - back : lastOfMonth - back;
}

/** 0 is Monday; 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
