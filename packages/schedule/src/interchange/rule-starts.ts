import { weekdayOf } from '../plain-date.ts';

/** A recurrence rule in the shape of RFC 7265: what is one or several is a value or a list. */
export interface RuleParts {
  readonly freq: string;
  readonly interval?: number;
  readonly count?: number;
  /** 1 is Sunday. */
  readonly wkst?: number;
  readonly byday?: string | readonly string[];
  readonly bymonth?: number | readonly number[];
  readonly bymonthday?: number | readonly number[];
  readonly byyearday?: number | readonly number[];
  readonly byweekno?: number | readonly number[];
  readonly byhour?: number | readonly number[];
  readonly byminute?: number | readonly number[];
  readonly bysecond?: number | readonly number[];
  readonly bysetpos?: number | readonly number[];
}

const day = 86_400_000;
const frequencies = ['YEARLY', 'MONTHLY', 'WEEKLY', 'DAILY', 'HOURLY', 'MINUTELY', 'SECONDLY'];
const longest = [366 * day, 31 * day, 7 * day, day, 3_600_000, 60_000, 1000];
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A rule that finds nothing in so many periods has none, or none that anybody waits for. */
const mostPeriods = 200_000;

/**
 * The times of a rule, in order, as clocks show them: milliseconds as if those ran on UTC. A rule that
 * never ends is entered shortly before `from`, so that a meeting of 1990 costs no more than one of today.
 *
 * @throws RangeError for a rule that hardly ever, or never, comes to pass.
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 | RFC 5545, recurrence rules}
 */
export function* ruleStarts(
  rule: RuleParts,
  start: number,
  { from, to }: { readonly from: number; readonly to: number },
): Generator<number> {
  const level = frequencies.indexOf(rule.freq.toUpperCase());
  const interval = Math.max(1, rule.interval ?? 1);
  const isDay = dayFilter(rule, start, level);
  const timesOn = dayTimes(rule, start, level);
  const positions = list(rule.bysetpos);
  const length = (longest[level] as number) * interval;
  let left = rule.count ?? Infinity;
  // A count counts from the beginning; anything else may be entered late.
  let index = left === Infinity ? Math.max(0, Math.floor((from - start) / length) - 1) : 0;
  for (let looked = 0; left > 0; index += 1, looked += 1) {
    if (looked > mostPeriods) throw new RangeError('its rule comes to pass too rarely, or never.');
    const [first, end] = periodOf(index * interval, start, level, rule);
    if (!(first <= to)) return;
    const today = Math.floor(first / day);
    if (level > 3 && !isDay(today)) {
      // No hour of this day counts: on to the last period before the next one.
      index += Math.max(0, Math.ceil(((today + 1) * day - first) / length) - 1);
      continue;
    }
    const found: number[] = [];
    for (let date = Math.floor(first / day); date * day < end; date += 1) {
      if (isDay(date)) for (const time of timesOn(first)) found.push(date * day + time);
    }
    for (const at of positions ? atPositions(found, positions) : found) {
      if (at < start) continue;
      if (at > to || left <= 0) return;
      left -= 1;
      if (at >= from) yield at;
    }
  }
}

function list<Item>(given: Item | readonly Item[] | undefined): readonly Item[] | undefined {
  return given === undefined ? undefined : Array.isArray(given) ? given : [given as Item];
}

function atPositions(found: readonly number[], positions: readonly number[]): number[] {
  const chosen = positions.map((position) => found.at(position > 0 ? position - 1 : position));
  return [...new Set(chosen)].filter((at) => at !== undefined).toSorted((a, b) => a - b);
}

/** From and before which moment the period after so many others lasts. */
function periodOf(
  count: number,
  start: number,
  level: number,
  rule: RuleParts,
): readonly [first: number, end: number] {
  const date = new Date(start);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  if (level === 0) return [Date.UTC(year + count, 0), Date.UTC(year + count + 1, 0)];
  if (level === 1) return [Date.UTC(year, month + count), Date.UTC(year, month + count + 1)];
  const size = longest[level] as number;
  const own = level === 2 ? weekStart(Math.floor(start / day), rule) * day : start - (start % size);
  const first = own + count * size;
  return [first, first + Math.min(size, level > 3 ? 1 : size)];
}

function weekStart(date: number, { wkst = 2 }: RuleParts): number {
  return date - ((weekdayOf(date) - ((wkst + 5) % 7) + 7) % 7);
}

/** Which days a rule allows: what it leaves open is as on the first day. */
function dayFilter(rule: RuleParts, start: number, level: number): (date: number) => boolean {
  const first = new Date(start);
  const yearDays = list(rule.byyearday);
  const weeks = list(rule.byweekno);
  const names = list(rule.byday);
  const hasDays = list(rule.bymonthday) ?? names ?? yearDays ?? weeks;
  const isByDate = level < 2 && !hasDays;
  const monthDays = list(rule.bymonthday) ?? (isByDate ? [first.getUTCDate()] : undefined);
  const isByYear = level === 0 && !hasDays;
  const months = list(rule.bymonth) ?? (isByYear ? [first.getUTCMonth() + 1] : undefined);
  const isByName = !names && ((level === 2 && !hasDays) || (weeks && !yearDays && !monthDays));
  const own = isByName ? [weekdays[weekdayOf(Math.floor(start / day))] ?? ''] : names;
  const days = own?.map((name) => ({
    nth: Number.parseInt(name, 10) || 0,
    weekday: weekdays.indexOf(name.slice(-2)),
  }));
  const isInYear = level === 0 && !rule.bymonth;
  return (number) => {
    const date = new Date(number * day);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    if (months && !months.includes(month + 1)) return false;
    const ofMonth = countedIn(number, Date.UTC(year, month), Date.UTC(year, month + 1));
    if (monthDays && !ofMonth.some((each) => monthDays.includes(each))) return false;
    const ofYear = countedIn(number, Date.UTC(year, 0), Date.UTC(year + 1, 0));
    if (yearDays && !ofYear.some((each) => yearDays.includes(each))) return false;
    if (weeks && !weeksOf(number, rule).some((each) => weeks.includes(each))) return false;
    if (!days) return true;
    const counted = isInYear ? ofYear : ofMonth;
    return days.some(
      ({ nth, weekday }) =>
        weekday === weekdayOf(number) &&
        (nth === 0 ||
          level > 1 ||
          counted.some((each) => Math.sign(each) * Math.ceil(Math.abs(each) / 7) === nth)),
    );
  };
}

/** A day's number in a stretch of days, counted from its beginning and, below zero, from its end. */
function countedIn(number: number, from: number, to: number): readonly [number, number] {
  return [number - from / day + 1, number - to / day];
}

/** The number of a day's week in its year, from the beginning and from the end. */
function weeksOf(number: number, rule: RuleParts): readonly [number, number] {
  const week = weekStart(number, rule);
  // A week belongs to the year that has four days of it.
  const year = new Date((week + 3) * day).getUTCFullYear();
  const first = weekStart(Date.UTC(year, 0, 4) / day, rule);
  const next = weekStart(Date.UTC(year + 1, 0, 4) / day, rule);
  return [(week - first) / 7 + 1, (week - next) / 7];
}

/** The times of a day within a period that begins at a moment. */
function dayTimes(rule: RuleParts, start: number, level: number): (period: number) => number[] {
  const parts = [
    { given: list(rule.byhour), size: 3_600_000, range: 24, isOwn: level > 3 },
    { given: list(rule.byminute), size: 60_000, range: 60, isOwn: level > 4 },
    { given: list(rule.bysecond), size: 1000, range: 60, isOwn: level > 5 },
  ];
  return (period) =>
    parts.reduce<number[]>(
      (times, { given, size, range, isOwn }) => {
        const own = Math.floor((isOwn ? period : start) / size) % range;
        const values =
          isOwn && given && !given.includes(own) ? [] : isOwn ? [own] : (given ?? [own]);
        const sorted = values.toSorted((a, b) => a - b);
        return times.flatMap((time) => sorted.map((value) => time + value * size));
      },
      [0],
    );
}
