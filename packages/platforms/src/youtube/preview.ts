import type { Composition, Preview } from '@affiche/core';
import { withLink } from '../post-text.ts';
import { utf8Length } from '../utf8.ts';
import type { YouTubeFacts } from './facts.ts';
import { youtubeLimits } from './limits.ts';
import { wordsOf } from './rules.ts';
import type { YouTubeOptions } from './settings.ts';

/** What readers will see: the title, the description below the film, and comments. */
export function preview({ draft, options }: Composition<YouTubeOptions, YouTubeFacts>): Preview {
  const { descriptionBytes, commentCharacters } = youtubeLimits;
  return {
    platform: 'youtube',
    items: draft.items.map((item, index) => {
      if (index > 0 || draft.replyTo) {
        const { value: limit, unit } = commentCharacters;
        const text = withLink(item);
        const length = { measured: text.length, limit, unit };
        return { segments: [{ text }], length, media: [] };
      }
      const { title, description } = wordsOf(item, options);
      const parts = description === '' ? [title] : [title, '\n\n', description];
      return {
        segments: parts.map((text) => ({ text })),
        length: {
          measured: utf8Length(description),
          limit: descriptionBytes.value,
          unit: descriptionBytes.unit,
        },
        media: item.media,
      };
    }),
  };
}
