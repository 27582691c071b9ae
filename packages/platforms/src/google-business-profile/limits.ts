import type { Confidence, Limit } from '@affiche/core';
import type { GoogleBusinessProfileSettings } from './settings.ts';

/** Where the interface is described. */
export const source = {
  url: 'https://developers.google.com/my-business/reference/rest',
  verifiedAt: '2026-11-21',
};

/** The limits of Google Business Profile; those that nobody documents can be set. */
export function businessLimits({ limits = {} }: GoogleBusinessProfileSettings = {}) {
  const { eventTitleCharacters = 58, imageMinWidth = 400, imageMinHeight = 300 } = limits;
  return {
    textCharacters: limit(1500, 'characters'),
    replyCharacters: limit(4096, 'characters'),
    eventTitleCharacters: limit(eventTitleCharacters, 'characters', 'unverified'),
    images: limit(1, 'images'),
    imageBytes: limit(5_000_000, 'bytes'),
    imageMinBytes: limit(10_000, 'bytes'),
    imageMinWidth: limit(imageMinWidth, 'pixels', 'unverified'),
    imageMinHeight: limit(imageMinHeight, 'pixels', 'unverified'),
  } satisfies Record<string, Limit>;
}

function limit(value: number, unit: string, confidence: Confidence = 'official'): Limit {
  return { value, unit, confidence, source };
}
