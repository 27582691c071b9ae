import type { DraftItem } from '@affiche/core';
import { withLink } from '../post-text.ts';
import type { TelegramEntity } from './settings.ts';

/** A span as the interface takes it. */
export interface MessageEntity {
  readonly type: TelegramEntity['type'];
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
  readonly language?: string;
  readonly custom_emoji_id?: string;
}

/** The text that goes out: with its link, without the outer white space, which Telegram cuts off. */
export function outgoingText(item: DraftItem): string {
  return withLink(item).trim();
}

/** The spans of an item's text as they lie in the text that goes out. */
export function outgoingEntities(
  item: DraftItem,
  index: number,
  entities: readonly TelegramEntity[],
): MessageEntity[] {
  const whole = withLink(item);
  const cut = whole.length - whole.trimStart().length;
  const end = outgoingText(item).length;
  return entities
    .filter((entity) => entity.item === index)
    .flatMap(({ type, offset, length, url, language, emoji }) => {
      const from = Math.max(0, offset - cut);
      const to = Math.min(end, offset - cut + length);
      if (to <= from) return [];
      return [
        {
          type,
          offset: from,
          length: to - from,
          ...(url !== undefined && { url }),
          ...(language !== undefined && { language }),
          ...(emoji !== undefined && { custom_emoji_id: emoji }),
        },
      ];
    });
}

/** A message among all chats: `-1001234567890/57`. */
export interface MessageName {
  readonly chat: number;
  readonly message: number;
}

/** Reads a message's id as this adapter writes it; a number alone is a message of the account's chat. */
export function readMessageId(
  id: string,
): { readonly chat: number | undefined; readonly message: number } | undefined {
  const parts = /^(?:(?<chat>-?\d{1,15})\/)?(?<message>[1-9]\d{0,14})$/.exec(id)?.groups;
  if (!parts) return undefined;
  return {
    chat: parts['chat'] === undefined ? undefined : Number(parts['chat']),
    message: Number(parts['message']),
  };
}

/** Writes a message's id. */
export function messageId({ chat, message }: MessageName): string {
  return `${chat}/${message}`;
}
