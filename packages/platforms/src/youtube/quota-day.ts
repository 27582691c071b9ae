import { calendarDay, type Instant } from '@affiche/core';

/** Where a project's day begins and ends. */
export const quotaZone = 'America/Los_Angeles';

/**
 * When a project's units are whole again: at the next midnight Pacific time.
 *
 * ```ts
 * import { quotaResetAfter } from '@affiche/platforms/youtube';
 *
 * quotaResetAfter('2027-01-04T11:00:00Z'); // => '2027-01-05T08:00:00.000Z'
 * ```
 *
 * @see {@link https://developers.google.com/youtube/v3/getting-started#quota | YouTube: quota} (2026-11-21)
 */
export function quotaResetAfter(now: Instant): Instant {
  return calendarDay(now, quotaZone).until;
}
