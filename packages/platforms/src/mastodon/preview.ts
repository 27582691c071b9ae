import type { Composition, Preview, PreviewSegment } from '@affiche/core';
import type { MastodonFacts } from './facts.ts';
import { countMastodon, outgoingText } from './rules.ts';
import type { MastodonOptions } from './settings.ts';
import { findWebAddresses } from './web-addresses.ts';

/** What readers will see. */
export function preview({
  account,
  draft,
  facts,
}: Composition<MastodonOptions, MastodonFacts>): Preview {
  const { contentWarning } = draft;
  return {
    platform: 'mastodon',
    items: draft.items.map((item) => {
      const text = outgoingText(item);
      const { link, media, poll } = item;
      return {
        segments: segmentsOf(text, account.host),
        length: {
          measured: countMastodon(text, {
            ...(contentWarning !== undefined && { contentWarning }),
            charactersPerUrl: facts.charactersPerUrl,
          }),
          limit: facts.maxCharacters,
          unit: 'characters',
        },
        media,
        ...(link && media.length === 0 && { card: { url: link.url } }),
        ...(poll && { poll: poll.options }),
        ...(contentWarning !== undefined && { contentWarning }),
      };
    }),
  };
}

const marked =
  /(?<![\p{L}\p{N}_/&])(?:#(?<tag>[\p{L}\p{N}_]*[\p{L}_][\p{L}\p{N}_]*)|@(?<name>[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*)(?:@(?<server>[a-z0-9-]+(?:\.[a-z0-9-]+)+))?)/giu;

function segmentsOf(text: string, host = 'mastodon.social'): PreviewSegment[] {
  const addresses = findWebAddresses(text).map(({ start, end }) => ({
    start,
    end,
    href: text.slice(start, end),
  }));
  const marks = [...text.matchAll(marked)].map((match) => {
    const { tag, name, server } = match.groups ?? {};
    return {
      start: match.index,
      end: match.index + match[0].length,
      href:
        tag === undefined
          ? `https://${server ?? host}/@${name}`
          : `https://${host}/tags/${encodeURIComponent(tag)}`,
    };
  });
  const segments: PreviewSegment[] = [];
  let position = 0;
  for (const { start, end, href } of [...addresses, ...marks].toSorted(
    (one, other) => one.start - other.start,
  )) {
    if (start < position) continue;
    segments.push({ text: text.slice(position, start) }, { text: text.slice(start, end), href });
    position = end;
  }
  return [...segments, { text: text.slice(position) }].filter((segment) => segment.text !== '');
}
