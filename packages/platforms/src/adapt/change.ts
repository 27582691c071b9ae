import type { DraftItem, Finding } from '@affiche/core';

/**
 * A way to make a draft fit: `media` spreads files over a thread, `card` leaves an address to the card
 * that shows it anyway, `links` swaps addresses for shorter ones, `hashtags` moves them into a comment,
 * `thread` goes on in replies, `shorten` cuts.
 */
export type AdaptationStrategy = 'media' | 'card' | 'links' | 'hashtags' | 'thread' | 'shorten';

/** Something that a proposal changed. */
export interface AdaptationChange {
  readonly strategy: AdaptationStrategy;
  /** Where, in the draft as it was given. */
  readonly path: Finding['path'];
  /** One sentence for a person: what was done. */
  readonly message: string;
  /** What readers will no longer find, word for word; only `shorten` takes anything away. */
  readonly removed?: string;
}

/** An item that became several, or another, and what was done to it. */
export interface Reshaped {
  readonly items: readonly DraftItem[];
  readonly change: AdaptationChange;
}
