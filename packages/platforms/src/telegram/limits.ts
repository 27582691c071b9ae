import type { Confidence, Limit, Source } from '@affiche/core';
import type { TelegramSettings } from './settings.ts';

/** The page that describes the interface. */
export const documentation: Source = {
  url: 'https://core.telegram.org/bots/api',
  verifiedAt: '2026-11-21',
};

function limit(value: number, unit: string, confidence: Confidence = 'official'): Limit {
  return { value, unit, confidence, source: documentation };
}

/** The limits of Telegram. */
export function telegramLimits({ fileBytes = 50_000_000 }: TelegramSettings = {}) {
  return {
    textCharacters: {
      ...limit(4096, 'UTF-16 code units'),
      note: 'Counted without the outer white space, which is cut off.',
    },
    captionCharacters: limit(1024, 'UTF-16 code units'),
    album: limit(10, 'files'),
    photoBytes: limit(10_000_000, 'bytes'),
    photoSides: { ...limit(10_000, 'pixels'), note: 'Width and height together.' },
    photoAspect: limit(20, 'times as long as wide'),
    fileBytes: limit(fileBytes, 'bytes'),
    pollQuestionCharacters: limit(300, 'characters'),
    pollOptions: limit(12, 'options'),
    pollOptionCharacters: limit(100, 'characters'),
    pollMinSeconds: limit(5, 'seconds'),
    pollMaxSeconds: limit(2_628_000, 'seconds'),
  } satisfies Record<string, Limit>;
}

/** The limits of Telegram. */
export type TelegramLimits = ReturnType<typeof telegramLimits>;
