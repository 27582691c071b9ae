import type { Instant } from '@affiche/core';

const zero = 48;
const unreadable = -100_000;

/**
 * Milliseconds since the epoch of an ISO instant, `NaN` for anything else. Exports are mostly in UTC
 * and to the second, and the engine's own parser would take most of the time of a fit.
 */
export function momentOf(time: Instant): number {
  const isPlain = time.length === 20 && time[19] === 'Z' && time[10] === 'T';
  if (!isPlain) return Date.parse(time);
  const year = pair(time, 0) * 100 + pair(time, 2);
  const month = pair(time, 5);
  const day = pair(time, 8);
  const hour = pair(time, 11);
  const minute = pair(time, 14);
  const second = pair(time, 17);
  const isDate = year >= 0 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const isHour = hour >= 0 && hour <= 23;
  const isTime = isHour && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
  if (!isDate || !isTime) return Number.NaN;
  return daysTo(year, month, day) * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Days from the epoch to a date: years begin in March here, so that leap days come last. */
function daysTo(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const leapDays =
    Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return 365 * marchYear + leapDays + dayOfYear - 719_468;
}

/** Two digits; a negative number, never made up for by the two beside it, for anything else. */
function pair(text: string, index: number): number {
  const tens = text.charCodeAt(index) - zero;
  const ones = text.charCodeAt(index + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : unreadable;
}
