import type { Instant } from '@affiche/core';

const zero = 48;

/**
 * Milliseconds since the epoch of an ISO instant, `NaN` for anything else. Exports are mostly in UTC
 * and to the second, and the engine's own parser would take most of the time of a fit.
 */
export function momentOf(time: Instant): number {
  const isPlain = time.length === 20 && time[19] === 'Z' && time[10] === 'T';
  if (!isPlain) return Date.parse(time);
  const [month, day] = [pair(time, 5), pair(time, 8)];
  const [hour, minute, second] = [pair(time, 11), pair(time, 14), pair(time, 17)];
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  if (!isDate || !(hour <= 23 && minute <= 59 && second <= 59)) return Number.NaN;
  return Date.UTC(pair(time, 0) * 100 + pair(time, 2), month - 1, day, hour, minute, second);
}

function pair(text: string, index: number): number {
  const tens = text.charCodeAt(index) - zero;
  const ones = text.charCodeAt(index + 1) - zero;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
