import type { Composition, Preview } from '@affiche/core';
import type { TikTokFacts } from './facts.ts';
import { isPhotos, outgoingText, textLimit } from './rules.ts';
import type { TikTokOptions } from './settings.ts';

/** What readers will see. Tags and people can be opened; addresses cannot. */
export function preview({ draft, options }: Composition<TikTokOptions, TikTokFacts>): Preview {
  return {
    platform: 'tiktok',
    items: draft.items.map((item) => {
      const text = outgoingText(item);
      const { value: limit, unit } = textLimit(item);
      const heading = isPhotos(item) && options.title !== undefined ? `${options.title}\n\n` : '';
      return {
        segments: [{ text: heading }, { text }].filter((each) => each.text !== ''),
        length: { measured: text.length, limit, unit },
        media: item.media,
      };
    }),
  };
}
