import type { Instant } from '@affiche/core';

/** What a posting time is judged by: being seen, being answered, or being followed to a page. */
export type Objective = 'awareness' | 'engagement' | 'traffic';

/** What a network counted for one post. Missing is not zero. */
export interface PostMetrics {
  readonly impressions?: number;
  readonly reach?: number;
  readonly reactions?: number;
  readonly comments?: number;
  readonly shares?: number;
  readonly saves?: number;
  readonly clicks?: number;
}

/** One post of the past and what became of it: what timing models learn from. */
export interface PostObservation {
  /** The network's id; a repeated id counts once, with its latest measurement. */
  readonly id: string;
  /** The account key. */
  readonly account: string;
  readonly platform: string;
  readonly publishedAt: Instant;
  readonly measuredAt: Instant;
  readonly metrics: PostMetrics;
  /** How many people followed the account when the post went out. */
  readonly followersAtPublish?: number;
  /** `photo`, `video`, `link`: whatever the account's own words are. */
  readonly contentType?: string;
  readonly pillar?: string;
  /** Whether money was spent on it. Paid posts teach nothing about hours unless it is controlled for. */
  readonly paid?: boolean;
  /** Characters of text. */
  readonly length?: number;
  /** With which probability its hour was chosen, where it was chosen by chance. */
  readonly propensity?: number;
}

/**
 * The number a post is judged by, or `undefined` where the network did not say.
 * Awareness takes impressions, else reach; engagement adds up what there is of reactions, comments,
 * shares and saves; traffic takes clicks.
 */
export function objectiveValue(metrics: PostMetrics, objective: Objective): number | undefined {
  switch (objective) {
    case 'awareness':
      return metrics.impressions ?? metrics.reach;
    case 'traffic':
      return metrics.clicks;
    case 'engagement': {
      const { reactions, comments, shares, saves } = metrics;
      if ((reactions ?? comments ?? shares ?? saves) === undefined) return undefined;
      return (reactions ?? 0) + (comments ?? 0) + (shares ?? 0) + (saves ?? 0);
    }
  }
  return undefined;
}
