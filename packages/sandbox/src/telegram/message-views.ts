import type { Account } from './accounts.ts';
import { discussionOf } from './accounts.ts';
import type { Telegram } from './context.ts';
import { findMessage, type Message, type StoredFile } from './messages.ts';

/** A chat as a message shows it. */
export function chatView(account: Account, chat: number) {
  if (chat === discussionOf(account)) {
    return { id: chat, type: 'supergroup', title: `${account.title}: discussion` };
  }
  return { id: chat, type: 'channel', title: account.title, username: account.username };
}

/** The bot of a channel. */
export function botView({ bot, username, title }: Account) {
  return { id: bot, is_bot: true, first_name: title, username: `${username}_bot` };
}

/** A message as the interface shows it. */
export function messageView(telegram: Telegram, account: Account, message: Message) {
  const { id, chat, fields, files, sentAt, editedAt, album } = message;
  const inChannel = chat === account.chat;
  return {
    message_id: id,
    date: Math.floor(sentAt / 1000),
    chat: chatView(account, chat),
    ...(inChannel ? { sender_chat: chatView(account, chat) } : { from: botView(account) }),
    ...(editedAt !== null && { edit_date: Math.floor(editedAt / 1000) }),
    ...(album !== null && { media_group_id: album }),
    ...(fields['message_thread_id'] !== undefined && {
      message_thread_id: fields['message_thread_id'],
      is_topic_message: true,
    }),
    ...(fields['protect_content'] === true && { has_protected_content: true }),
    ...replyView(telegram, account, message),
    ...textView(fields),
    ...Object.assign({}, ...files.map((file) => fileView(file, fields))),
    ...(fields['has_spoiler'] === true && { has_media_spoiler: true }),
    ...(fields['poll'] !== undefined && { poll: fields['poll'] }),
  };
}

function replyView(telegram: Telegram, account: Account, { chat, replyTo }: Message) {
  const answered = replyTo === null ? undefined : findMessage(telegram, chat, replyTo);
  if (!answered) return {};
  return {
    reply_to_message: {
      message_id: answered.id,
      date: Math.floor(answered.sentAt / 1000),
      chat: chatView(account, chat),
      ...textView(answered.fields),
    },
  };
}

function textView({
  text,
  caption,
  entities,
  link_preview_options,
}: Message['fields']): Record<string, unknown> {
  const spans = Array.isArray(entities) && entities.length > 0;
  return {
    ...(text !== undefined && { text, ...(spans && { entities }) }),
    ...(caption !== undefined && { caption, ...(spans && { caption_entities: entities }) }),
    ...(link_preview_options !== undefined && { link_preview_options }),
  };
}

function fileView(
  { kind, name, type, bytes, hash }: StoredFile,
  { width = 320, height = 320, duration = 1 }: Message['fields'],
): Record<string, unknown> {
  const named = { file_id: `AgAC${hash}`, file_unique_id: hash, file_size: bytes };
  const described = {
    ...named,
    ...(name !== '' && { file_name: name }),
    ...(type !== '' && { mime_type: type }),
  };
  if (kind === 'photo') return { photo: [{ ...named, width: 320, height: 320 }] };
  if (kind === 'document') return { document: described };
  if (kind === 'audio') return { audio: { ...described, duration } };
  const film = { ...described, width, height, duration };
  // An animation is a document, too, for clients that do not know animations.
  return kind === 'animation' ? { animation: film, document: described } : { video: film };
}
