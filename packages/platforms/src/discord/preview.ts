import type { Composition, DraftItem, Preview, PreviewSegment } from '@affiche/core';
import type { DiscordFacts } from './facts.ts';
import type { DiscordLimits } from './limits.ts';
import { countDiscord, outgoingText } from './rules.ts';
import type { DiscordOptions } from './settings.ts';

/** What readers will see, before Discord reads the text as Markdown. */
export function preview(
  { draft, options }: Composition<DiscordOptions, DiscordFacts>,
  { textCharacters, pollQuestion }: DiscordLimits,
): Preview {
  const { contentWarning } = draft;
  return {
    platform: 'discord',
    items: draft.items.map((item, index) => {
      const text = outgoingText(item);
      const { value: limit, unit } = item.poll ? pollQuestion : textCharacters;
      const card = item.poll ? undefined : cardOf(item, index, options);
      return {
        segments: segmentsOf(text),
        length: { measured: countDiscord(text), limit, unit },
        media: item.media,
        ...(card && { card }),
        ...(item.poll && { poll: item.poll.options }),
        ...(contentWarning !== undefined && item.media.length > 0 && { contentWarning }),
      };
    }),
  };
}

/** An embed of the publication, or the card that Discord makes of a link by itself. */
function cardOf({ link }: DraftItem, item: number, { embeds, suppressCards }: DiscordOptions) {
  const embed = embeds.find((each) => each.item === item && each.url !== undefined);
  const { url, title, description } = embed ?? (suppressCards ? undefined : link) ?? {};
  if (url === undefined) return undefined;
  return {
    url,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
  };
}

function segmentsOf(text: string): PreviewSegment[] {
  const segments: PreviewSegment[] = [];
  let position = 0;
  for (const { index, 0: href } of text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,:;!?)\]]/gi)) {
    segments.push({ text: text.slice(position, index) }, { text: href, href });
    position = index + href.length;
  }
  return [...segments, { text: text.slice(position) }].filter((each) => each.text !== '');
}
