import type { Preview } from '@affiche/core';
import { tumblrLimits } from './limits.ts';
import { countCharacters, paragraphsOf, type TumblrComposition } from './rules.ts';
import type { TumblrSettings } from './settings.ts';

/** What readers will see. The length is that of the longest paragraph: nothing else is counted. */
export function preview({ draft }: TumblrComposition, settings: TumblrSettings): Preview {
  const { value: limit, unit } = tumblrLimits(settings).textCharacters;
  return {
    platform: 'tumblr',
    items: draft.items.map((item) => {
      const { text, media, link } = item;
      const longest = Math.max(0, ...paragraphsOf(item).map(countCharacters));
      const { title, description } = link ?? {};
      return {
        segments: text === '' ? [] : [{ text }],
        length: { measured: longest, limit, unit },
        media,
        ...(link && {
          card: {
            url: link.url,
            ...(title !== undefined && { title }),
            ...(description !== undefined && { description }),
          },
        }),
      };
    }),
  };
}
