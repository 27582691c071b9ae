import type { Composition, Preview } from '@affiche/core';
import type { PinterestFacts } from './facts.ts';
import { pinterestLimits } from './limits.ts';
import { countCharacters, titleOf } from './rules.ts';
import type { PinterestOptions, PinterestSettings } from './settings.ts';

/** What readers will see: the picture, the title with its link, and the description. */
export function preview(
  { draft, options }: Composition<PinterestOptions, PinterestFacts>,
  settings: PinterestSettings,
): Preview {
  const { value: limit, unit } = pinterestLimits(settings).textCharacters;
  return {
    platform: 'pinterest',
    items: draft.items.map((item) => {
      const { text, media, link } = item;
      const title = titleOf(item, options);
      const heading = title === undefined ? [] : [{ text: title, ...(link && { href: link.url }) }];
      const between = heading.length > 0 && text !== '' ? [{ text: '\n\n' }] : [];
      return {
        segments: [...heading, ...between, ...(text === '' ? [] : [{ text }])],
        length: { measured: countCharacters(text), limit, unit },
        media,
        ...(link && { card: { url: link.url, ...(title !== undefined && { title }) } }),
      };
    }),
  };
}
