import type { Composition, Preview } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import { withLink } from '../post-text.ts';
import type { SnapchatFacts } from './facts.ts';
import { snapchatLimits } from './limits.ts';
import type { SnapchatOptions } from './settings.ts';

/** What people will see: the picture or the film, and of a spotlight its words. */
export function preview({ draft, options }: Composition<SnapchatOptions, SnapchatFacts>): Preview {
  const { value, unit } = snapchatLimits().spotlightCharacters;
  return {
    platform: 'snapchat',
    items: draft.items.map((item) => {
      const text = options.as === 'story' ? '' : withLink(item);
      return {
        segments: text === '' ? [] : [{ text }],
        length: { measured: countGraphemes(text), limit: value, unit },
        media: item.media,
      };
    }),
  };
}
