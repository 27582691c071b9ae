import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import type { LinkedInFacts } from './facts.ts';
import { partsOf, type TextPart } from './little-text.ts';
import { countCharacters, limitsOf, outgoingText } from './rules.ts';
import type { LinkedInOptions, LinkedInSettings } from './settings.ts';

/** What readers will see. */
export function preview(
  { draft }: Composition<LinkedInOptions, LinkedInFacts>,
  settings: LinkedInSettings,
): Preview {
  const { textCharacters, commentCharacters } = limitsOf(settings);
  return {
    platform: 'linkedin',
    items: draft.items.map((item, index) => {
      const text = outgoingText(item);
      const { link, media, poll } = item;
      const limit = index > 0 || draft.replyTo ? commentCharacters : textCharacters;
      return {
        segments: partsOf(text).map(segmentOf),
        length: { measured: countCharacters(text), limit: limit.value, unit: limit.unit },
        media,
        ...(link &&
          media.length === 0 &&
          !poll && {
            card: {
              url: link.url,
              title: link.title ?? link.url,
              ...(link.description !== undefined && { description: link.description }),
            },
          }),
        ...(poll && { poll: poll.options }),
      };
    }),
  };
}

function segmentOf(part: TextPart): PreviewSegment {
  const { kind, text } = part;
  if (kind === 'address') return { text, href: text };
  if (kind === 'hashtag') {
    return { text, href: `https://www.linkedin.com/feed/hashtag/${encodeURIComponent(part.tag)}` };
  }
  if (kind !== 'mention' || !part.urn.startsWith('urn:li:organization:')) return { text };
  return { text, href: `https://www.linkedin.com/company/${part.urn.split(':').at(-1)}` };
}
