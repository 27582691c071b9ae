import {
  epochMilliseconds,
  type Instant,
  instant,
  resolveWallTime,
  wallTimeAt,
} from '@affiche/core';

const zone = 'America/Los_Angeles';

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
  const { date } = wallTimeAt(now, zone);
  // Noon is on the same day whatever the clocks do.
  const tomorrow = new Date(`${date}T12:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  const midnight = resolveWallTime({
    date: tomorrow.toISOString().slice(0, 10),
    time: '00:00',
    zone,
    disambiguation: 'compatible',
  });
  return instant(epochMilliseconds(midnight));
}
