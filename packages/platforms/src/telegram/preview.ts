import type { Composition, DraftItem, Preview, PreviewSegment } from '@affiche/core';
import { textLimit } from './check.ts';
import type { TelegramFacts } from './facts.ts';
import type { TelegramLimits } from './limits.ts';
import { outgoingEntities, outgoingText } from './rules.ts';
import type { TelegramOptions } from './settings.ts';

/** What readers will see. */
export function preview(
  { draft, options }: Composition<TelegramOptions, TelegramFacts>,
  limits: TelegramLimits,
): Preview {
  return {
    platform: 'telegram',
    items: draft.items.map((item, index) => {
      const text = outgoingText(item);
      const { value: limit, unit } = textLimit(item, limits);
      const { link, media, poll } = item;
      const card = link && media.length === 0 && !poll && !options.linkPreview.hidden;
      return {
        segments: segmentsOf(item, index, options),
        length: { measured: text.length, limit, unit },
        media,
        ...(card && { card: { url: link.url } }),
        ...(poll && { poll: poll.options }),
      };
    }),
  };
}

const found =
  /(?<url>https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]])|(?<![\p{L}\p{N}_])@(?<name>[a-z]\w{3,31})/giu;

/** Telegram finds addresses and names by itself; the other links are spans of the publication. */
function segmentsOf(
  item: DraftItem,
  index: number,
  { entities }: TelegramOptions,
): PreviewSegment[] {
  const text = outgoingText(item);
  const spans = outgoingEntities(item, index, entities).flatMap(({ offset, length, url }) =>
    url === undefined ? [] : [{ start: offset, end: offset + length, href: url }],
  );
  const own = [...text.matchAll(found)].map(({ index: start, 0: match, groups }) => ({
    start,
    end: start + match.length,
    href: groups?.['url'] ?? `https://t.me/${groups?.['name'] ?? ''}`,
  }));
  const segments: PreviewSegment[] = [];
  let position = 0;
  for (const { start, end, href } of [...spans, ...own].toSorted((a, b) => a.start - b.start)) {
    if (start < position) continue;
    segments.push({ text: text.slice(position, start) }, { text: text.slice(start, end), href });
    position = end;
  }
  return [...segments, { text: text.slice(position) }].filter((each) => each.text !== '');
}
