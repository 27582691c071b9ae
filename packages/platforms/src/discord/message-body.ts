import type { Draft, DraftItem, Json } from '@affiche/core';
import { outgoingText } from './rules.ts';
import type { DiscordEmbed, DiscordOptions } from './settings.ts';

const suppressEmbeds = 4;
const suppressNotifications = 4096;

/** What an item says and shows. */
export function bodyOf(
  { contentWarning }: Draft,
  item: DraftItem,
  index: number,
  options: DiscordOptions,
): Record<string, Json> {
  const { media, poll } = item;
  const text = outgoingText(item);
  const embeds = options.embeds.filter((embed) => embed.item === index);
  const { everyone, users, roles } = options.mentions;
  const flags =
    (options.suppressCards ? suppressEmbeds : 0) + (options.silent ? suppressNotifications : 0);
  return {
    ...(text !== '' && !poll && { content: text }),
    // Nobody is called by a text alone.
    allowed_mentions: {
      parse: everyone ? ['everyone'] : [],
      ...(users.length > 0 && { users }),
      ...(roles.length > 0 && { roles }),
    },
    ...(embeds.length > 0 && { embeds: embeds.map(embedOf) }),
    ...(flags > 0 && { flags }),
    ...(media.length > 0 && {
      attachments: media.map(({ mimeType, alt }, position) => ({
        id: String(position),
        filename: fileName(mimeType, position),
        ...(alt !== undefined && alt !== '' && { description: alt }),
        ...(contentWarning !== undefined && { is_spoiler: true }),
      })),
    }),
    ...(poll && {
      poll: {
        question: { text },
        answers: poll.options.map((option) => ({ poll_media: { text: option } })),
        duration: Math.ceil(poll.durationSeconds / 3600),
        allow_multiselect: poll.multiple,
      },
    }),
  };
}

/** The name of a file in the form and in its list. */
export function fileName(mimeType: string, position: number): string {
  const extension = /^[a-z]+\/(?:x-)?(?<name>[a-z0-9]+)/.exec(mimeType)?.groups?.['name'];
  return `file${position}.${extension ?? 'bin'}`;
}

function embedOf(embed: DiscordEmbed): Json {
  const said = Object.entries(embed).filter(
    ([name, value]) => name !== 'item' && name !== 'fields' && value !== undefined,
  );
  return {
    ...(Object.fromEntries(said) as Record<string, Json>),
    ...(embed.fields.length > 0 && { fields: embed.fields }),
  };
}
