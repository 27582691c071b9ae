import type { Confidence, Limit } from '@affiche/core';
import type { SnapchatSettings } from './settings.ts';

/** Where the interface is described. */
export const source = {
  url: 'https://developers.snap.com/api/marketing-api/Public-Profile-API/ProfileAssetManagement',
  verifiedAt: '2026-11-21',
};

/** The limits of Snapchat. Most come from others who publish there, and can be set. */
export function snapchatLimits({ limits = {} }: SnapchatSettings = {}) {
  const { imageBytes = 20_000_000, videoBytes = 500_000_000, width = 540, height = 960 } = limits;
  const { videoMinSeconds = 5, videoMaxSeconds = 60 } = limits;
  return {
    spotlightCharacters: limit(160, 'characters', 'official'),
    media: limit(1, 'files'),
    imageBytes: limit(imageBytes, 'bytes'),
    videoBytes: limit(videoBytes, 'bytes'),
    videoMinSeconds: limit(videoMinSeconds, 'seconds'),
    videoMaxSeconds: limit(videoMaxSeconds, 'seconds'),
    width: limit(width, 'pixels'),
    height: limit(height, 'pixels'),
    partBytes: limit(32_000_000, 'bytes', 'official'),
  } satisfies Record<string, Limit>;
}

function limit(value: number, unit: string, confidence: Confidence = 'third-party'): Limit {
  return { value, unit, confidence, source };
}
