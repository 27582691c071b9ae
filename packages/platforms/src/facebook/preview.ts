import type { Composition, Preview } from '@affiche/core';
import type { FacebookFacts } from './facts.ts';
import type { FacebookLimits } from './limits.ts';
import { characters, hasCard, isComment, outgoingText } from './rules.ts';
import type { FacebookOptions } from './settings.ts';

/** What readers will see. */
export function preview(
  { draft, options }: Composition<FacebookOptions, FacebookFacts>,
  { textCharacters: { value: limit, unit } }: FacebookLimits,
): Preview {
  return {
    platform: 'facebook',
    items: draft.items.map((item, index) => {
      const text = outgoingText(draft, index, options);
      const { link, media } = item;
      const card = !isComment(draft, index) && hasCard(item) ? link : undefined;
      return {
        segments: segmentsOf(text),
        length: { measured: characters(text), limit, unit },
        media,
        // What else stands on the card, the network reads from the page itself.
        ...(card && { card: { url: card.url } }),
      };
    }),
  };
}

function segmentsOf(text: string) {
  const segments: { text: string; href?: string }[] = [];
  let position = 0;
  for (const { index, 0: found } of text.matchAll(/https?:\/\/[^\s<>"]{1,2048}/giu)) {
    const url = found.replace(/[.,;:!?)\]'’”]{1,8}$/u, '');
    segments.push({ text: text.slice(position, index) }, { text: url, href: url });
    position = index + url.length;
  }
  return [...segments, { text: text.slice(position) }].filter((each) => each.text !== '');
}
