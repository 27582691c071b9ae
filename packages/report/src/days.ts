import type { PlainDate } from '@affiche/core';

const millisecondsPerDay = 86_400_000;

/** The day so many days later; earlier when negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * millisecondsPerDay).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(date: PlainDate): number {
  return (new Date(Date.parse(date)).getUTCDay() + 6) % 7;
}

/** The Monday of a day's week. */
export function mondayOf(date: PlainDate): PlainDate {
  return addDays(date, -weekdayOf(date));
}

/** The Monday of an ISO week: `2027-W01` begins on 4 January 2027. */
export function mondayOfWeek(week: string): PlainDate {
  const [year = '', number = ''] = week.split('-W');
  // The fourth of January always lies in the first week.
  return addDays(mondayOf(`${year}-01-04`), (Number(number) - 1) * 7);
}

/** The first day of a day's month. */
export function firstOfMonth(date: PlainDate): PlainDate {
  return `${date.slice(0, 7)}-01`;
}

/** Every day from one to another, both included. */
export function daysBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const count = Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => addDays(from, index));
}

/** The day that clocks in a zone show at an instant. */
export function dayIn(zone: string): (instant: string) => PlainDate {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return (instant) => format.format(Date.parse(instant));
}
