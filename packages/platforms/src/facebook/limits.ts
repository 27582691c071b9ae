import type { Limit, Source } from '@affiche/core';
import { limit } from '../limit-data.ts';
import type { FacebookSettings } from './settings.ts';

const posts: Source = {
  url: 'https://developers.facebook.com/docs/pages-api/posts',
  verifiedAt: '2026-11-21',
};
const reels: Source = {
  url: 'https://developers.facebook.com/docs/video-api/guides/reels-publishing',
  verifiedAt: '2026-11-21',
};
const videos: Source = {
  url: 'https://developers.facebook.com/docs/video-api/guides/publishing',
  verifiedAt: '2026-11-21',
};
const feed: Source = {
  url: 'https://developers.facebook.com/docs/graph-api/reference/page/feed',
  verifiedAt: '2026-11-21',
};

/** The limits of Facebook; those that Meta does not publish can be set. */
export function facebookLimits({
  textCharacters = 63_206,
  photos = 10,
  photoBytes = 10_000_000,
  videoBytes = 10_000_000_000,
  videoSeconds = 14_400,
}: FacebookSettings = {}) {
  return {
    textCharacters: limit(textCharacters, 'characters', feed, {
      confidence: 'third-party',
      note: 'Meta publishes none; some tools stop at 62,000.',
    }),
    photos: limit(photos, 'photos', posts, { confidence: 'unverified' }),
    photoBytes: limit(photoBytes, 'bytes', feed, { confidence: 'third-party' }),
    altCharacters: limit(1000, 'characters', posts, { confidence: 'unverified' }),
    videoBytes: limit(videoBytes, 'bytes', videos, { confidence: 'unverified' }),
    videoSeconds: limit(videoSeconds, 'seconds', videos, { confidence: 'unverified' }),
    reelMinSeconds: limit(3, 'seconds', reels),
    reelSeconds: limit(90, 'seconds', reels),
    storySeconds: limit(60, 'seconds', reels),
    reelMinWidth: limit(540, 'pixels', reels),
    cards: limit(10, 'cards', posts, { confidence: 'unverified' }),
    scheduleMinSeconds: limit(600, 'seconds ahead', posts),
    scheduleSeconds: limit(30 * 86_400, 'seconds ahead', posts),
  } satisfies Record<string, Limit>;
}

/** The limits of Facebook. */
export type FacebookLimits = ReturnType<typeof facebookLimits>;
