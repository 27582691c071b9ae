import { epochMilliseconds, type Instant } from '@affiche/core';

/** The longest window that any network counts by is a month, in seconds. */
const longestSeconds = 31 * 86_400;

/**
 * How long it is until a moment that somebody else named, in seconds: 0 when it has passed, and nothing
 * when it is no moment. One that is years away would close an account for good: it is a mistake.
 */
export function secondsUntil(moment: Instant | undefined, now: number): number | undefined {
  const seconds = moment === undefined ? Number.NaN : (epochMilliseconds(moment) - now) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, seconds), longestSeconds);
}
