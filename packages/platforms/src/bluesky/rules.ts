import type { DraftItem, Limit, Source } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { BlueskySettings } from './settings.ts';

const lexicons: Source = {
  url: 'https://github.com/bluesky-social/atproto/tree/d6296a1cfdb40a773319cb59061300e4e8e52f26/lexicons',
  verifiedAt: '2026-11-21',
};
const app: Source = {
  url: 'https://github.com/bluesky-social/social-app',
  verifiedAt: '2026-11-21',
};

const official = (value: number, unit: string): Limit => ({
  value,
  unit,
  confidence: 'official',
  source: lexicons,
});
const assumed = (value: number, unit: string, note: string, source = app): Limit => ({
  value,
  unit,
  confidence: 'unverified',
  source,
  note,
});

/** The limits of Bluesky, some of which an application may move. */
export function blueskyLimits(settings: BlueskySettings = {}) {
  return {
    textGraphemes: official(300, 'graphemes'),
    textBytes: official(3000, 'bytes'),
    languages: official(3, 'languages'),
    tags: official(8, 'hashtags'),
    tagGraphemes: official(64, 'graphemes'),
    tagBytes: official(640, 'bytes'),
    images: assumed(
      settings.images ?? 4,
      'images',
      'Official for image embeds; galleries hold up to 20, apps show 10.',
      lexicons,
    ),
    imageBytes: assumed(
      settings.imageBytes ?? 1_000_000,
      'bytes',
      'Servers since 2026 take 2,000,000.',
      lexicons,
    ),
    cardImageBytes: official(1_000_000, 'bytes'),
    videos: official(1, 'videos'),
    videoBytes: assumed(
      settings.videoBytes ?? 100_000_000,
      'bytes',
      'The schema allows 300,000,000; older servers less.',
      lexicons,
    ),
    videoSeconds: assumed(settings.videoSeconds ?? 180, 'seconds', 'Not in any schema.'),
    captions: official(20, 'captions'),
    altGraphemes: assumed(settings.altGraphemes ?? 2000, 'graphemes', "The app's own limit."),
  } satisfies Record<string, Limit>;
}
/** The limits of Bluesky. */
export type BlueskyLimits = ReturnType<typeof blueskyLimits>;

/**
 * The text that goes out: the item's own, and the address of its link where the embed is taken by
 * media and could not carry it.
 */
export function outgoingText(item: DraftItem): string {
  return item.media.length > 0 ? withLink(item) : item.text;
}
