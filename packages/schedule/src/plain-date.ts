import type { PlainDate } from '@affiche/core';

const day = 86_400_000;

/** Days since 1970-01-01, so that dates can be counted without a zone. */
export function dayNumber(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`) / day;
}

/** The inverse of `dayNumber`. */
export function dateOf(number: number): PlainDate {
  return new Date(number * day).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(number: number): number {
  return number - firstDayOf(weekNumber(number));
}

/** Weeks since the Monday before the epoch, which was a Thursday. */
export function weekNumber(number: number): number {
  return Math.floor((number + 3) / 7);
}

/** The Monday of a week, as days since the epoch. */
export function firstDayOf(week: number): number {
  return week * 7 - 3;
}

/** Minutes since midnight of `08:30`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The inverse of `minutesOf`. */
export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
