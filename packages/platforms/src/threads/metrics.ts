import type { Instant } from '@affiche/core';

/** A number of the network, and what it is called here. */
export interface Metric {
  readonly name: string;
  readonly fact: string;
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

/** The network knows nothing of profiles before, and refuses questions about it. */
export const firstDay: Instant = '2024-04-13T00:00:00.000Z';

/** What the network tells of a profile between two moments. */
export const accountMetrics: readonly Metric[] = [
  ...postMetrics.filter(({ name }) => name !== 'shares'),
  { name: 'clicks', fact: 'linkClicks' },
];
