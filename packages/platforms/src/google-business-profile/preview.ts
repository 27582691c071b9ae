import type { Preview } from '@affiche/core';
import { businessLimits } from './limits.ts';
import { type BusinessComposition, countCharacters, wordsOf } from './rules.ts';
import type { GoogleBusinessProfileOptions, GoogleBusinessProfileSettings } from './settings.ts';

/** What readers will see: the title of an event, the text, and where the button leads. */
export function preview(
  { draft, options }: BusinessComposition,
  settings: GoogleBusinessProfileSettings,
): Preview {
  const { textCharacters, replyCharacters } = businessLimits(settings);
  const { value: limit, unit } = draft.replyTo ? replyCharacters : textCharacters;
  const title = options.event?.title;
  return {
    platform: 'google-business-profile',
    items: draft.items.map((item) => {
      const text = wordsOf(item, draft);
      const { media, link } = item;
      return {
        segments: [...(title === undefined ? [] : [{ text: `${title}\n\n` }]), { text }],
        length: { measured: countCharacters(text), limit, unit },
        media,
        ...(link && !draft.replyTo && { card: { url: link.url, title: buttonWords(options) } }),
      };
    }),
  };
}

/** What the button says; Google writes it in the reader's language. */
function buttonWords({ action = 'LEARN_MORE' }: GoogleBusinessProfileOptions): string {
  const words = action.toLowerCase().replace('_', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
