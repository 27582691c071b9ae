import type { Limit, Source } from '@affiche/core';
import type { WordPressSettings } from './settings.ts';

/** The page that describes the interface. */
export const documentation: Source = {
  url: 'https://developer.wordpress.org/rest-api/reference/posts/',
  verifiedAt: '2026-11-21',
};
const uploads: Source = {
  url: 'https://developer.wordpress.org/reference/functions/wp_max_upload_size/',
  verifiedAt: '2026-11-21',
};

/** The limits of a WordPress: there are few, and the server's owner sets them. */
export function wordPressLimits({ uploadBytes = 2_097_152 }: WordPressSettings = {}) {
  return {
    slugCharacters: {
      value: 200,
      unit: 'characters',
      confidence: 'official',
      source: documentation,
    },
    uploadBytes: {
      value: uploadBytes,
      unit: 'bytes',
      confidence: 'unverified',
      source: uploads,
      note: 'PHP’s own default; servers differ.',
    },
  } satisfies Record<string, Limit>;
}

/** The limits of a WordPress. */
export type WordPressLimits = ReturnType<typeof wordPressLimits>;
