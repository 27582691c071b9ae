import type { Confidence, Limit } from '@affiche/core';
import type { TumblrSettings } from './settings.ts';

const npf = {
  url: 'https://github.com/tumblr/docs/blob/master/npf-spec.md',
  verifiedAt: '2026-11-22',
};
/** Where the interface is described. */
export const api = {
  url: 'https://github.com/tumblr/docs/blob/master/api.md',
  verifiedAt: '2026-11-22',
};

/** The limits of Tumblr; those of its older posts can be set. */
export function tumblrLimits({ limits = {} }: TumblrSettings = {}) {
  const { imageBytes = 10_000_000, videoBytes = 500_000_000, videoSeconds = 600 } = limits;
  const older = 'Documented for the older kind of post.';
  return {
    textCharacters: limit(4096, 'characters in a paragraph'),
    blocks: limit(1000, 'paragraphs, files and links'),
    postBytes: limit(1_000_000, 'bytes of text'),
    images: limit(30, 'images'),
    videos: limit(1, 'videos'),
    altCharacters: limit(4096, 'characters'),
    imageBytes: { ...limit(imageBytes, 'bytes', 'unverified'), source: api, note: older },
    videoBytes: { ...limit(videoBytes, 'bytes', 'unverified'), source: api, note: older },
    videoSeconds: { ...limit(videoSeconds, 'seconds', 'unverified'), source: api, note: older },
  } satisfies Record<string, Limit>;
}

function limit(value: number, unit: string, confidence: Confidence = 'official'): Limit {
  return { value, unit, confidence, source: npf };
}
