/**
 * What counts as an engagement. A result names its set; results with different sets do not compare.
 *
 * - `public`: reactions, comments, shares, as Rival IQ counts.
 * - `public-saves`: the same with saves, close to Instagram's total interactions.
 * - `linkedin-native`: the same with all clicks, as LinkedIn's own rate counts.
 * - `broad`: with saves, clicks and profile visits, as Hootsuite counts.
 */
export const engagementSets = {
  public: ['reactions', 'comments', 'shares'],
  'public-saves': ['reactions', 'comments', 'shares', 'saves'],
  'linkedin-native': ['reactions', 'comments', 'shares', 'clicks'],
  broad: ['reactions', 'comments', 'shares', 'saves', 'clicks', 'profileVisits'],
} as const;

/** The name of an engagement set, or the facts themselves. */
export type EngagementSet = keyof typeof engagementSets | readonly string[];

/** The facts that an engagement set adds up. */
export function engagementFacts(set: EngagementSet): readonly string[] {
  return typeof set === 'string' ? engagementSets[set] : set;
}
