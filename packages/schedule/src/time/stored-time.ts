import {
  contentHash,
  epochMilliseconds,
  type Instant,
  resolveWallTime,
  type WallTime,
  type Zone,
  zoneOffset,
  zoneTransitions,
} from '@affiche/core';

/** A wall time with the instant it meant when it was stored, and a mark of the zone's rules then. */
export interface StoredTime {
  readonly wall: WallTime;
  readonly at: Instant;
  /** Changes when, and only when, the zone's rules near that day change. */
  readonly zoneRules: string;
}

const halfYear = 183 * 86_400_000;

/**
 * Resolves a wall time for storage. Instead of the version of all zone data it keeps a mark of this
 * zone's own offsets and changes around the day: the same on every runtime that agrees about them.
 *
 * ```ts
 * import { storeTime } from '@affiche/schedule/time';
 *
 * const wall = {
 *   date: '2027-07-01',
 *   time: '08:30',
 *   zone: 'Europe/Paris',
 *   disambiguation: 'compatible',
 * } as const;
 * storeTime(wall).at; // => '2027-07-01T06:30:00.000Z'
 * ```
 *
 * @throws ConfigurationError as `resolveWallTime` does.
 */
export function storeTime(wall: WallTime): StoredTime {
  const at = resolveWallTime(wall);
  return { wall, at, zoneRules: zoneRules(wall.zone, at) };
}

/**
 * Resolves a stored time again where the zone's rules have changed since: governments change their
 * clocks, the wall time stays.
 *
 * ```ts
 * import { refreshTime, storeTime } from '@affiche/schedule/time';
 *
 * const wall = { date: '2027-07-01', time: '08:30', zone: 'UTC', disambiguation: 'reject' } as const;
 * const old = { ...storeTime(wall), at: '2027-07-01T07:30:00.000Z', zoneRules: 'of old' };
 * refreshTime(old).movedSeconds; // => 3600
 * ```
 */
export function refreshTime(stored: StoredTime): StoredTime & { readonly movedSeconds: number } {
  const fresh = storeTime(stored.wall);
  const isSame = fresh.zoneRules === stored.zoneRules;
  const moved = epochMilliseconds(fresh.at) - epochMilliseconds(stored.at);
  return isSame ? { ...stored, movedSeconds: 0 } : { ...fresh, movedSeconds: moved / 1000 };
}

function zoneRules(zone: Zone, at: Instant): string {
  const moment = epochMilliseconds(at);
  const day = moment - (moment % 86_400_000);
  const changes = zoneTransitions(zone, day - halfYear, day + halfYear);
  const offset = zoneOffset(day - halfYear, zone);
  return contentHash([offset, changes.map((change) => [change.at, change.after])]).slice(0, 16);
}
