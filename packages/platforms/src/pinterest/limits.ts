import type { Confidence, Limit, Source } from '@affiche/core';
import type { PinterestSettings } from './settings.ts';

const specification: Source = {
  url: 'https://github.com/pinterest/api-description',
  verifiedAt: '2026-11-21',
};
const creating: Source = {
  url: 'https://developers.pinterest.com/docs/work-with-organic-content-and-users/create-boards-and-pins/',
  verifiedAt: '2026-11-21',
};

function limit(
  value: number,
  unit: string,
  source: Source = specification,
  confidence: Confidence = 'official',
): Limit {
  return { value, unit, confidence, source };
}

/** The limits of Pinterest; those that are not official can be set. */
export function pinterestLimits({ limits = {} }: PinterestSettings = {}) {
  const {
    imageBytes = 20_000_000,
    videoBytes = 2_000_000_000,
    videoMinSeconds = 4,
    videoMaxSeconds = 900,
  } = limits;
  return {
    titleCharacters: limit(100, 'characters'),
    textCharacters: limit(800, 'characters'),
    altCharacters: limit(500, 'characters'),
    linkCharacters: limit(2048, 'characters'),
    slides: limit(5, 'pictures'),
    imageBytes: limit(imageBytes, 'bytes', creating, 'unverified'),
    videoBytes: limit(videoBytes, 'bytes', creating, 'unverified'),
    videoMinSeconds: limit(videoMinSeconds, 'seconds', creating, 'unverified'),
    videoMaxSeconds: limit(videoMaxSeconds, 'seconds', creating, 'unverified'),
  } satisfies Record<string, Limit>;
}

/** The limits of Pinterest. */
export type PinterestLimits = ReturnType<typeof pinterestLimits>;
