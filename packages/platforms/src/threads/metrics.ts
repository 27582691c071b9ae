import type { Instant } from '@affiche/core';

/** A number of the network, what it is called here, and since when there is one. */
export interface Metric {
  readonly name: string;
  readonly fact: string;
  /** Nothing is known before. */
  readonly since?: Instant;
}

/** What the network tells of a post, over its life. */
export const postMetrics: readonly Metric[] = [
  { name: 'views', fact: 'views' },
  { name: 'likes', fact: 'reactions' },
  { name: 'replies', fact: 'comments' },
  { name: 'reposts', fact: 'shares' },
  { name: 'quotes', fact: 'quotes' },
  // Sent on to one person, unlike a repost.
  { name: 'shares', fact: 'forwards' },
];

const firstDay = '2024-04-13T00:00:00.000Z';

/** What the network tells of a profile between two moments; it refuses any before the first day. */
export const accountMetrics: readonly Metric[] = [
  { name: 'views', fact: 'views', since: firstDay },
  { name: 'clicks', fact: 'linkClicks', since: firstDay },
];
