import { epochMilliseconds, resolveWallTime, type WallTime } from '@affiche/core';

/** When a wall time is, in milliseconds since the epoch. */
export function momentOfWall(wall: WallTime): number {
  return epochMilliseconds(resolveWallTime(wall));
}
