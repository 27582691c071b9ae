import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import type { InstagramFacts } from './facts.ts';
import type { InstagramLimits } from './limits.ts';
import type { InstagramOptions } from './options.ts';
import { captionOf, characters, findHashtags, findMentions } from './rules.ts';

/** What readers will see. Addresses are plain words here; a story has no words but those in its picture. */
export function preview(
  { draft, options }: Composition<InstagramOptions, InstagramFacts>,
  { captionCharacters: { value: limit, unit } }: InstagramLimits,
): Preview {
  return {
    platform: 'instagram',
    items: draft.items.map((item, index) => {
      const silent = index === 0 && options.format === 'story' && !draft.replyTo;
      const text = silent ? '' : captionOf(item);
      return {
        segments: segmentsOf(text),
        length: { measured: characters(text), limit, unit },
        media: index === 0 && !draft.replyTo ? item.media : [],
      };
    }),
  };
}

function segmentsOf(text: string): PreviewSegment[] {
  const segments: PreviewSegment[] = [];
  let position = 0;
  const found = [...findHashtags(text), ...findMentions(text)];
  for (const { start, ...segment } of found.toSorted((one, other) => one.start - other.start)) {
    if (start < position) continue;
    segments.push({ text: text.slice(position, start) }, segment);
    position = start + segment.text.length;
  }
  return [...segments, { text: text.slice(position) }].filter((each) => each.text !== '');
}
