import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import type { ThreadsFacts } from './facts.ts';
import type { ThreadsLimits } from './limits.ts';
import { findLinks, hasCard, outgoingText } from './rules.ts';
import type { ThreadsOptions } from './settings.ts';
import { threadsLength } from './text-length.ts';

/** What readers will see. */
export function preview(
  { draft }: Composition<ThreadsOptions, ThreadsFacts>,
  { textCharacters: { value: limit, unit } }: ThreadsLimits,
): Preview {
  return {
    platform: 'threads',
    items: draft.items.map((item) => {
      const text = outgoingText(item);
      const { media, poll, link } = item;
      return {
        segments: segmentsOf(text),
        length: { measured: threadsLength(text), limit, unit },
        media,
        ...(link && hasCard(item) && { card: { url: link.url } }),
        ...(poll && { poll: poll.options }),
      };
    }),
  };
}

const people = /(?<![\p{L}\p{N}_.@/])@(?<name>[a-z0-9_](?:[a-z0-9_.]{0,28}[a-z0-9_])?)/giu;

function segmentsOf(text: string): PreviewSegment[] {
  const links = findLinks(text).map(({ start, url }) => ({ start, text: url, href: url }));
  const names = [...text.matchAll(people)].map((match) => ({
    start: match.index,
    text: match[0],
    href: `https://www.threads.net/@${match.groups?.['name'] ?? ''}`,
  }));
  const segments: PreviewSegment[] = [];
  let position = 0;
  const found = [...links, ...names].toSorted((one, other) => one.start - other.start);
  for (const { start, ...segment } of found) {
    if (start < position) continue;
    segments.push({ text: text.slice(position, start) }, segment);
    position = start + segment.text.length;
  }
  return [...segments, { text: text.slice(position) }].filter((each) => each.text !== '');
}
