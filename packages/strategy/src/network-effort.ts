import type { ObjectiveKind } from './objective.ts';

/** What a network asks of a team, and what it is good at. */
export interface NetworkEffort {
  readonly platform: string;
  /** Hours a week for a presence worth having: posts, comments, messages. */
  readonly hoursPerWeek: number;
  readonly strengths: readonly ObjectiveKind[];
}

const effort = (
  platform: string,
  hoursPerWeek: number,
  ...strengths: ObjectiveKind[]
): NetworkEffort => ({ platform, hoursPerWeek, strengths });

/**
 * House estimates, not measurements: replace them by your own time sheets.
 */
export const networkEfforts: readonly NetworkEffort[] = [
  effort('bluesky', 3, 'image', 'loyalty', 'traffic'),
  effort('facebook', 4, 'awareness', 'loyalty', 'revenue', 'leads'),
  effort('google-business-profile', 1, 'revenue', 'traffic'),
  effort('instagram', 6, 'awareness', 'image', 'loyalty', 'revenue'),
  effort('linkedin', 3, 'leads', 'image', 'traffic'),
  effort('mastodon', 3, 'image', 'loyalty'),
  effort('pinterest', 3, 'traffic', 'revenue'),
  effort('reddit', 4, 'image', 'traffic'),
  effort('snapchat', 5, 'awareness'),
  effort('telegram', 2, 'loyalty', 'traffic'),
  effort('threads', 3, 'awareness', 'image'),
  effort('tiktok', 7, 'awareness', 'image'),
  effort('x', 4, 'awareness', 'image', 'traffic'),
  effort('youtube', 8, 'awareness', 'image', 'loyalty'),
];
