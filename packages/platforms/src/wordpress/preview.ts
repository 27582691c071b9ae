import type { Composition, Preview } from '@affiche/core';
import { articleOf } from './article.ts';
import type { WordPressFacts } from './facts.ts';
import type { WordPressOptions } from './settings.ts';

/** What readers will see: the words of the post, and of the comments under it. */
export function preview({
  draft,
  options,
}: Composition<WordPressOptions, WordPressFacts>): Preview {
  return {
    platform: 'wordpress',
    items: draft.items.map((item, index) => {
      const isPost = index === 0 && !draft.replyTo;
      const text = isPost ? articleOf(item, options).text : item.text;
      return {
        segments: text === '' ? [] : [{ text }],
        length: { measured: Array.from(text).length, limit: Infinity, unit: 'characters' },
        media: item.media,
        ...(item.link && { card: { url: item.link.url } }),
      };
    }),
  };
}
