/**
 * Times on the wall that last: recurrences that step in days, and times stored so that a change of a
 * zone's rules moves them.
 *
 * @module @affiche/schedule/time
 */
export { resolveWallTime, wallTimeAt } from '@affiche/core';
export { expandRecurrence, type Recurrence } from './expand-recurrence.ts';
export { refreshTime, type StoredTime, storeTime } from './stored-time.ts';
