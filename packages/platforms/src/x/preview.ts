import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import type { XFacts } from './facts.ts';
import { outgoingText, xLimits } from './rules.ts';
import type { XOptions } from './settings.ts';
import { findUrls } from './url-entities.ts';
import { weightedLength } from './weighted-length.ts';

/** What readers will see. */
export function preview({ draft, facts }: Composition<XOptions, XFacts>): Preview {
  const limit = facts.premium ? xLimits.longTextWeight : xLimits.textWeight;
  return {
    platform: 'x',
    items: draft.items.map((item) => {
      const text = outgoingText(item);
      const { link, media, poll } = item;
      return {
        segments: segmentsOf(text),
        length: { measured: weightedLength(text), limit: limit.value, unit: limit.unit },
        media,
        ...(link && media.length === 0 && !poll && { card: { url: link.url } }),
        ...(poll && { poll: poll.options }),
      };
    }),
  };
}

const marked =
  /(?<![\p{L}\p{N}_&])(?:[#＃](?<tag>[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)|[@＠](?<name>[a-z0-9_]{1,15})(?![a-z0-9_@]))/giu;

function segmentsOf(text: string): PreviewSegment[] {
  const urls = findUrls(text).map(({ start, length }) => {
    const written = text.slice(start, start + length);
    const href = /^https?:\/\//i.test(written) ? written : `https://${written}`;
    return { start, end: start + length, href };
  });
  const marks = [...text.matchAll(marked)].map((match) => {
    const { tag, name } = match.groups ?? {};
    const path = tag === undefined ? name : `hashtag/${encodeURIComponent(tag.toWellFormed())}`;
    return {
      start: match.index,
      end: match.index + match[0].length,
      href: `https://x.com/${path}`,
    };
  });
  const segments: PreviewSegment[] = [];
  let position = 0;
  for (const { start, end, href } of [...urls, ...marks].toSorted(
    (one, other) => one.start - other.start,
  )) {
    if (start < position) continue;
    segments.push({ text: text.slice(position, start) }, { text: text.slice(start, end), href });
    position = end;
  }
  return [...segments, { text: text.slice(position) }].filter((segment) => segment.text !== '');
}
