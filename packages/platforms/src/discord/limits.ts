import type { Confidence, Limit, Source } from '@affiche/core';
import type { DiscordSettings } from './settings.ts';

const verifiedAt = '2026-11-21';
/** The page of webhooks. */
export const webhooks: Source = {
  url: 'https://discord.com/developers/docs/resources/webhook',
  verifiedAt,
};
const messages: Source = {
  url: 'https://discord.com/developers/docs/resources/message',
  verifiedAt,
};
const files: Source = {
  url: 'https://discord.com/developers/docs/reference#uploading-files',
  verifiedAt,
};
const polls: Source = { url: 'https://discord.com/developers/docs/resources/poll', verifiedAt };
const hour = 3600;

function limit(
  value: number,
  unit: string,
  source: Source,
  confidence: Confidence = 'official',
): Limit {
  return { value, unit, source, confidence };
}

/** The limits of Discord. */
export function discordLimits({ fileBytes = 10_485_760 }: DiscordSettings = {}) {
  const characters = 'characters';
  return {
    textCharacters: {
      ...limit(2000, characters, webhooks),
      note: 'Counted as Unicode code points without outer white space, which is not documented.',
    },
    embeds: limit(10, 'embeds', webhooks),
    embedTitle: limit(256, characters, messages),
    embedDescription: limit(4096, characters, messages),
    embedFields: limit(25, 'fields', messages),
    embedFieldName: limit(256, characters, messages),
    embedFieldValue: limit(1024, characters, messages),
    embedFooter: limit(2048, characters, messages),
    embedAuthor: limit(256, characters, messages),
    embedTotal: { ...limit(6000, characters, messages), note: 'All embeds of a message together.' },
    files: limit(10, 'files', files),
    fileBytes: limit(fileBytes, 'bytes', files),
    requestBytes: limit(26_214_400, 'bytes', files),
    altCharacters: limit(1024, characters, messages),
    pollQuestion: limit(300, characters, polls),
    pollOptions: limit(10, 'options', polls),
    pollOptionCharacters: limit(55, characters, polls),
    pollMinSeconds: limit(hour, 'seconds', polls),
    pollMaxSeconds: limit(768 * hour, 'seconds', polls),
    username: limit(80, characters, webhooks),
    threadName: limit(100, characters, webhooks),
    tags: limit(5, 'tags', webhooks),
  } satisfies Record<string, Limit>;
}

/** The limits of Discord. */
export type DiscordLimits = ReturnType<typeof discordLimits>;
