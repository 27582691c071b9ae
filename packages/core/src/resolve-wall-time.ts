import { ConfigurationError } from './errors.ts';
import { epochMilliseconds, instant, type Instant } from './instant.ts';
import type { WallTime } from './wall-time.ts';
import { zoneOffset } from './zone-offset.ts';
import type { Zone } from './zone.ts';

/** When the clocks of a place show a wall time, in milliseconds since the epoch. */
export interface WallTimeReadings {
  /** `once` on almost every day; `never` when the clocks skip it; `twice` when they repeat it. */
  readonly shown: 'once' | 'never' | 'twice';
  /** The first time; of a skipped time, what it would be by the clocks after the change. */
  readonly earlier: number;
  /** The last time; of a skipped time, what it would be by the clocks before the change. */
  readonly later: number;
}

// Offsets lie within 14 hours of UTC, and no zone changes its clocks twice within two days.
const reach = 86_400_000;

/**
 * The moment at which the clocks of a place show a wall time, whatever the zone of the machine.
 * A time that is skipped or shown twice is settled by its `disambiguation`.
 *
 * ```ts
 * import { resolveWallTime, WallTime } from '@affiche/core';
 *
 * const skipped = WallTime.parse({ date: '2027-03-28', time: '02:30', zone: 'Europe/Paris' });
 * resolveWallTime(skipped); // => '2027-03-28T01:30:00.000Z'
 * ```
 *
 * @throws {@link ConfigurationError} `nonexistent-wall-time` and `ambiguous-wall-time` under `reject`,
 * `invalid-wall-time` for a date or time that no calendar has, `unknown-zone`.
 * @see {@link https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5 | RFC 5545, date-time values}
 */
export function resolveWallTime(wall: WallTime): Instant {
  return instant(momentOfWall(wall));
}

/**
 * The same in milliseconds since the epoch, for whoever reckons with it.
 *
 * ```ts
 * import { momentOfWall, WallTime } from '@affiche/core';
 *
 * const dawn = WallTime.parse({ date: '1970-01-01', time: '01:00', zone: 'Europe/Paris' });
 * momentOfWall(dawn); // => 0
 * ```
 *
 * @throws {@link ConfigurationError} as `resolveWallTime` does.
 */
export function momentOfWall(wall: WallTime): number {
  const { shown, earlier, later } = wallTimeReadings(wall);
  if (shown === 'once') return earlier;
  if (wall.disambiguation === 'reject') throw rejection(wall, shown);
  const takesLater =
    wall.disambiguation === 'later' || (wall.disambiguation === 'compatible' && shown === 'never');
  return takesLater ? later : earlier;
}

/**
 * The moments at which the clocks of a place show a wall time: once, never or twice.
 *
 * ```ts
 * import { WallTime, wallTimeReadings } from '@affiche/core';
 *
 * const repeated = WallTime.parse({ date: '2027-10-31', time: '02:30', zone: 'Europe/Paris' });
 * wallTimeReadings(repeated).shown; // => 'twice'
 * ```
 *
 * @throws {@link ConfigurationError} `invalid-wall-time`, `unknown-zone`.
 */
export function wallTimeReadings({
  date,
  time,
  zone,
}: Pick<WallTime, 'date' | 'time' | 'zone'>): WallTimeReadings {
  const face = faceOf(date, time);
  const before = zoneOffset(face - reach, zone);
  const after = zoneOffset(face + reach, zone);
  if (before === after) return { shown: 'once', earlier: face - before, later: face - before };
  const byBefore = face - before;
  const byAfter = face - after;
  const isBefore = zoneOffset(byBefore, zone) === before;
  const isAfter = zoneOffset(byAfter, zone) === after;
  if (isBefore && isAfter) return { shown: 'twice', earlier: byBefore, later: byAfter };
  if (isBefore) return { shown: 'once', earlier: byBefore, later: byBefore };
  if (isAfter) return { shown: 'once', earlier: byAfter, later: byAfter };
  return { shown: 'never', earlier: byAfter, later: byBefore };
}

/**
 * What the clocks of a place show at a moment, to the second: the inverse of `resolveWallTime`.
 * The second showing of a repeated time says `later`, so that it resolves to the same moment.
 *
 * ```ts
 * import { wallTimeAt } from '@affiche/core';
 *
 * const wall = wallTimeAt('2027-01-04T11:30:00Z', 'Europe/Paris');
 * wall; // => { date: '2027-01-04', time: '12:30', zone: 'Europe/Paris', disambiguation: 'compatible' }
 * ```
 *
 * @throws {@link ConfigurationError} `unknown-zone`.
 */
export function wallTimeAt(at: Instant, zone: Zone): WallTime {
  const moment = epochMilliseconds(at);
  const face = instant(moment + zoneOffset(moment, zone));
  const date = face.slice(0, -14);
  const seconds = face.slice(-7, -5);
  const time = seconds === '00' ? face.slice(-13, -8) : face.slice(-13, -5);
  const { earlier } = wallTimeReadings({ date, time, zone });
  const isSecondShowing = earlier < moment - (moment % 1000);
  return { date, time, zone, disambiguation: isSecondShowing ? 'later' : 'compatible' };
}

/** The wall time as if its clocks ran on UTC, in milliseconds. */
function faceOf(date: string, time: string): number {
  const face = Date.parse(`${date}T${time}Z`);
  // `Date.parse` lets the 30th of February roll over into March.
  if (Number.isNaN(face) || new Date(face).getUTCDate() !== Number(date.slice(-2))) {
    throw new ConfigurationError('invalid-wall-time', {
      message: `"${date} ${time}" is not a date and a time of day`,
      hint: 'Write dates like 2027-01-04 and times like 08:30.',
      details: { date, time },
    });
  }
  return face;
}

function rejection(wall: WallTime, shown: 'never' | 'twice'): ConfigurationError {
  const { date, time, zone } = wall;
  return shown === 'never'
    ? new ConfigurationError('nonexistent-wall-time', {
        message: `${date} ${time} does not exist in ${zone}: the clocks skip it`,
        hint: 'Choose another time, or say disambiguation "compatible", "earlier" or "later".',
        details: { ...wall },
      })
    : new ConfigurationError('ambiguous-wall-time', {
        message: `${date} ${time} happens twice in ${zone}: the clocks go back`,
        hint: 'Choose another time, or say disambiguation "compatible", "earlier" or "later".',
        details: { ...wall },
      });
}
