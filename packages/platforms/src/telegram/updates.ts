import { type InboxItem, instant } from '@affiche/core';
import { messageUrl } from './message-url.ts';
import { messageId } from './rules.ts';
import type { Message, Update } from './wire.ts';

/** The chats that an account hears: its own, and the group in which a channel is discussed. */
export interface HeardChats {
  readonly chat: number;
  readonly discussion?: number | undefined;
}

/** What an update brings to the inbox: nothing, where it is about something else. */
export function itemsOf({ message }: Update, { chat, discussion }: HeardChats): InboxItem[] {
  if (!message || ![chat, discussion].includes(message.chat.id)) return [];
  // The channel itself, copied into its group, and what bots say.
  if (message.is_automatic_forward || !message.from || message.from.is_bot) return [];
  const { from, chat: place } = message;
  const url = messageUrl(place, message.message_id);
  const parent = parentOf(message);
  const name = [from.first_name, from.last_name].filter(Boolean).join(' ');
  return [
    {
      kind: parent?.kind ?? 'message',
      id: messageId({ chat: place.id, message: message.message_id }),
      ...(url !== undefined && { url }),
      author: { id: String(from.id), handle: from.username ?? String(from.id), name },
      text: message.text ?? message.caption ?? '',
      ...(from.language_code !== undefined && { language: from.language_code }),
      createdAt: instant(message.date * 1000),
      ...(parent && { inReplyTo: parent.id }),
    },
  ];
}

/** A comment answers the copy of a channel's post, and means the post. */
function parentOf({ reply_to_message: answered, chat }: Message) {
  if (!answered) return undefined;
  const { message_id: origin, chat: channel } = answered.forward_origin ?? {};
  if (answered.is_automatic_forward && channel && origin !== undefined) {
    const id = messageId({ chat: channel.id, message: origin });
    return { kind: 'comment', id } as const;
  }
  const id = messageId({ chat: chat.id, message: answered.message_id });
  return { kind: 'reply', id } as const;
}
