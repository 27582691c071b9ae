import { calendarDay, epochMilliseconds, instant } from '@affiche/core';
import type { ChargeWindow } from './charge.ts';

/** What of the past a window holds at a moment, in milliseconds since the epoch. */
export interface WindowSpan {
  /** What came later than this counts. */
  readonly since: number;
  /** When all of it stops counting at once; absent where it does so request by request. */
  readonly until?: number;
}

/** What a window holds at a moment: a stretch that slides along, or a day of a calendar. */
export function spanAt(
  { windowSeconds, midnightIn }: Omit<ChargeWindow, 'points'>,
  now: number,
): WindowSpan {
  if (midnightIn === undefined) return { since: now - windowSeconds * 1000 };
  const { from, until } = calendarDay(instant(now), midnightIn);
  return { since: epochMilliseconds(from) - 1, until: epochMilliseconds(until) };
}
