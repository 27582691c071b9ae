import { z } from 'zod';
import { PlainDate } from './instant.ts';
import { Zone } from './zone.ts';

/**
 * What to do with a wall time that the clocks skip (a gap) or show twice (an overlap):
 * `compatible` takes the later reading of a gap and the earlier of an overlap, as calendars do;
 * `earlier` and `later` always take that reading; `reject` refuses both.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5 | RFC 5545, date-time values}
 */
export const Disambiguation = z.enum(['compatible', 'earlier', 'later', 'reject']);
/** What to do with a wall time that the clocks skip or show twice. */
export type Disambiguation = z.infer<typeof Disambiguation>;

/**
 * What a clock on the wall of a place shows: the truth of a scheduled post.
 * The instant is derived from it, late, because governments change their clocks.
 *
 * ```ts
 * import { WallTime } from '@affiche/core';
 *
 * const lunch = WallTime.parse({ date: '2027-01-04', time: '12:30', zone: 'Europe/Paris' });
 * lunch.disambiguation; // => 'compatible'
 * ```
 */
export const WallTime = z.object({
  date: PlainDate,
  /** Hours, minutes and, if any, seconds of a 24-hour clock: `08:30`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/, {
    error: 'not a time of day; write it like 08:30',
  }),
  zone: Zone,
  disambiguation: Disambiguation.default('compatible'),
});
/** What a clock on the wall of a place shows: the truth of a scheduled post. */
export type WallTime = z.infer<typeof WallTime>;
