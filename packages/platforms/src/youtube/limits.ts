import type { Confidence, Limit, Source } from '@affiche/core';

const verifiedAt = '2026-11-21';
const videos: Source = { url: 'https://developers.google.com/youtube/v3/docs/videos', verifiedAt };
const inserting: Source = {
  url: 'https://developers.google.com/youtube/v3/docs/videos/insert',
  verifiedAt,
};
const revisions: Source = {
  url: 'https://developers.google.com/youtube/v3/revision_history',
  verifiedAt,
};
const captions: Source = {
  url: 'https://developers.google.com/youtube/v3/docs/captions/insert',
  verifiedAt,
};
const comments: Source = {
  url: 'https://developers.google.com/youtube/v3/docs/comments',
  verifiedAt,
};

function limit(
  value: number,
  unit: string,
  source: Source,
  confidence: Confidence = 'official',
): Limit {
  return { value, unit, confidence, source };
}

/** The limits of YouTube. */
export const youtubeLimits = {
  titleCharacters: {
    ...limit(100, 'characters', videos),
    note: 'Which characters is not said: UTF-16 units are counted, which is never too few.',
  },
  descriptionBytes: limit(5000, 'bytes', videos),
  tagCharacters: limit(500, 'characters', videos),
  videoBytes: limit(256 * 1024 ** 3, 'bytes', inserting),
  videoSeconds: limit(12 * 3600, 'seconds', inserting),
  shortSeconds: limit(180, 'seconds', videos),
  thumbnailBytes: limit(50_000_000, 'bytes', revisions),
  captionBytes: limit(100_000_000, 'bytes', captions),
  commentCharacters: limit(10_000, 'characters', comments, 'unverified'),
} satisfies Record<string, Limit>;
