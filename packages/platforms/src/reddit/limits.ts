import type { Confidence, Limit } from '@affiche/core';
import type { RedditSettings } from './settings.ts';

/** Reddit's own pages are closed to strangers; this client has followed it for fifteen years. */
export const source = { url: 'https://github.com/praw-dev/praw', verifiedAt: '2026-11-21' };

/** The limits of Reddit; those that nobody documents can be set. */
export function redditLimits({ limits = {} }: RedditSettings = {}) {
  const { imageBytes = 20_000_000, videoBytes = 1_000_000_000, videoSeconds = 900 } = limits;
  const { pollOptionCharacters = 120 } = limits;
  return {
    titleCharacters: limit(300, 'characters'),
    textCharacters: limit(40_000, 'characters'),
    commentCharacters: limit(10_000, 'characters'),
    captionCharacters: limit(180, 'characters'),
    images: limit(20, 'images'),
    imageBytes: limit(imageBytes, 'bytes', 'unverified'),
    videoBytes: limit(videoBytes, 'bytes', 'unverified'),
    videoSeconds: limit(videoSeconds, 'seconds', 'unverified'),
    pollOptions: limit(6, 'options'),
    pollOptionCharacters: limit(pollOptionCharacters, 'characters', 'unverified'),
    pollMinSeconds: limit(86_400, 'seconds'),
    pollMaxSeconds: limit(7 * 86_400, 'seconds'),
  } satisfies Record<string, Limit>;
}

function limit(value: number, unit: string, confidence: Confidence = 'third-party'): Limit {
  return { value, unit, confidence, source };
}
