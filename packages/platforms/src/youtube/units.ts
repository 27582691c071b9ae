import type { YouTubeSettings } from './settings.ts';

/** What calls cost in units of the project's day. */
export interface UnitCosts {
  readonly upload: number;
  readonly write: number;
  readonly caption: number;
  readonly read: number;
}

/**
 * What calls cost: as documented, unless the application knows better.
 *
 * @see {@link https://developers.google.com/youtube/v3/determine_quota_cost | YouTube: quota costs} (2026-11-21)
 */
export function costsOf({ costs = {} }: YouTubeSettings): UnitCosts {
  return { upload: 1, write: 50, caption: 400, read: 1, ...costs };
}
