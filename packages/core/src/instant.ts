import { z } from 'zod';

/** A moment, as an ISO 8601 string with an offset: `2027-01-04T08:00:00+01:00`. */
export const Instant = z.iso.datetime({ offset: true });
/** A moment, as an ISO 8601 string with an offset: `2027-01-04T08:00:00+01:00`. */
export type Instant = z.infer<typeof Instant>;

/** A day of the calendar, without a zone: `2027-01-04`. */
export const PlainDate = z.iso.date();
/** A day of the calendar, without a zone: `2027-01-04`. */
export type PlainDate = z.infer<typeof PlainDate>;

/**
 * Writes milliseconds since the epoch as an instant in UTC.
 *
 * ```ts
 * import { instant } from '@affiche/core';
 *
 * instant(0); // => '1970-01-01T00:00:00.000Z'
 * ```
 */
export function instant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

/**
 * Reads an instant as milliseconds since the epoch.
 *
 * ```ts
 * import { epochMilliseconds } from '@affiche/core';
 *
 * epochMilliseconds('1970-01-01T01:00:00+01:00'); // => 0
 * ```
 */
export function epochMilliseconds(value: Instant): number {
  return Date.parse(value);
}
