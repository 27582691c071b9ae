import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import { countGraphemes } from '../graphemes.ts';
import type { BlueskyFacts } from './facts.ts';
import { detectRichText, type RichTextFacet } from './rich-text.ts';
import { type BlueskyLimits, outgoingText } from './rules.ts';
import type { BlueskyOptions } from './settings.ts';

/** What readers will see. */
export function preview(
  { draft }: Composition<BlueskyOptions, BlueskyFacts>,
  { textGraphemes }: BlueskyLimits,
): Preview {
  return {
    platform: 'bluesky',
    items: draft.items.map((item) => {
      const text = outgoingText(item);
      const { link, media } = item;
      return {
        segments: segmentsOf(text),
        length: {
          measured: countGraphemes(text),
          limit: textGraphemes.value,
          unit: textGraphemes.unit,
        },
        media,
        ...(link &&
          media.length === 0 && {
            card: {
              url: link.url,
              title: link.title ?? new URL(link.url).host,
              ...(link.description !== undefined && { description: link.description }),
            },
          }),
      };
    }),
  };
}

function segmentsOf(text: string): PreviewSegment[] {
  const facets = detectRichText(text);
  const segments = facets.flatMap((facet, index) => [
    { text: text.slice(facets[index - 1]?.end ?? 0, facet.start) },
    { text: text.slice(facet.start, facet.end), href: hrefOf(facet.feature) },
  ]);
  return [...segments, { text: text.slice(facets.at(-1)?.end ?? 0) }].filter(
    (segment) => segment.text !== '',
  );
}

function hrefOf(feature: RichTextFacet['feature']): string {
  if (feature.kind === 'link') return feature.uri;
  return feature.kind === 'mention'
    ? `https://bsky.app/profile/${feature.handle}`
    : `https://bsky.app/hashtag/${encodeURIComponent(feature.tag.toWellFormed())}`;
}
