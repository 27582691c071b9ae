import type { Preview } from '@affiche/core';
import { redditLimits } from './limits.ts';
import { countCharacters, isComment, type RedditComposition, titleOf, wordsOf } from './rules.ts';
import type { RedditSettings } from './settings.ts';

/** What readers will see: the title, which may be a link, the text, and the comments under it. */
export function preview(composition: RedditComposition, settings: RedditSettings): Preview {
  const { draft, options } = composition;
  const { textCharacters, commentCharacters } = redditLimits(settings);
  return {
    platform: 'reddit',
    items: draft.items.map((item, index) => {
      const comment = isComment(composition, index);
      const words = wordsOf(item, comment);
      const title = comment ? '' : titleOf(item, options);
      const { link, media, poll } = item;
      const heading = { text: title, ...(link && words === '' && { href: link.url }) };
      const { value: limit, unit } = comment ? commentCharacters : textCharacters;
      return {
        segments: [
          ...(title === '' ? [] : [heading]),
          ...(title === '' || words === '' ? [] : [{ text: '\n\n' }]),
          ...(words === '' ? [] : [{ text: words }]),
        ],
        length: { measured: countCharacters(words), limit, unit },
        media,
        ...(poll && !comment && { poll: poll.options }),
        ...(link && !comment && words === '' && { card: { url: link.url } }),
      };
    }),
  };
}
