import type { Confidence, Limit, Source } from '@affiche/core';

function page(path: string): Source {
  return { url: `https://developers.tiktok.com/doc/${path}`, verifiedAt: '2026-11-21' };
}

const posting = page('content-posting-api-reference-direct-post');
const photos = page('content-posting-api-reference-photo-post');
const transfer = page('content-posting-api-media-transfer-guide');

function limit(
  value: number,
  unit: string,
  source: Source,
  confidence: Confidence = 'official',
): Limit {
  return { value, unit, confidence, source };
}

/** The limits of TikTok. A creator's own longest film is among the facts. */
export const tiktokLimits = {
  textUnits: limit(2200, 'UTF-16 units', posting),
  photoTitleUnits: limit(90, 'UTF-16 units', photos),
  photoTextUnits: limit(4000, 'UTF-16 units', photos),
  photos: limit(35, 'photos', photos),
  photoBytes: limit(20_000_000, 'bytes', transfer),
  photoPixels: limit(1080, 'pixels on the shorter side', transfer),
  videoBytes: limit(4_000_000_000, 'bytes', transfer),
  videoSeconds: limit(600, 'seconds', transfer),
  videoMinPixels: limit(360, 'pixels', transfer),
  videoMaxPixels: limit(4096, 'pixels', transfer),
  chunkMinBytes: limit(5_000_000, 'bytes', transfer),
  chunkMaxBytes: limit(64_000_000, 'bytes', transfer),
  lastChunkMaxBytes: limit(128_000_000, 'bytes', transfer),
  chunks: limit(1000, 'chunks', transfer),
} satisfies Record<string, Limit>;
