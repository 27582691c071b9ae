import type { Exchange } from '../http/exchange.ts';
import { isRecord } from '../http/body-fields.ts';
import { type Account, requirePosting } from './accounts.ts';
import { findComment } from './comments.ts';
import { badRequest, field, hash, type Telegram } from './context.ts';
import { readFile } from './files.ts';
import { findMessage, insertMessage, type Message, type NewMessage } from './messages.ts';
import { readPoll } from './polls.ts';
import { readText } from './text-rules.ts';

/** Where and how a message goes, whatever it says. */
type Placed = Pick<NewMessage, 'chat' | 'replyTo'> & { readonly fields: Record<string, unknown> };

/** Sends a text. */
export function sendText(telegram: Telegram, account: Account, exchange: Exchange): Message {
  const { fields, ...place } = placed(telegram, account, exchange);
  const { text, entities } = readText(field(exchange, 'text'), field(exchange, 'entities'), {
    most: 4096,
    what: 'message',
    needed: true,
  });
  const preview = field(exchange, 'link_preview_options');
  return insertMessage(telegram, account, {
    ...place,
    method: 'sendMessage',
    fields: {
      ...fields,
      text,
      entities,
      ...(preview !== undefined && { link_preview_options: preview }),
    },
    files: [],
    album: null,
  });
}

/** Sends one file. */
export function sendFile(
  telegram: Telegram,
  account: Account,
  exchange: Exchange,
  kind: string,
): Message {
  const { fields, ...place } = placed(telegram, account, exchange);
  const file = readFile(telegram, exchange, kind, field(exchange, kind));
  return insertMessage(telegram, account, {
    ...place,
    method: 'sendFile',
    fields: { ...fields, ...captionFields((name) => field(exchange, name)) },
    files: [file],
    album: null,
  });
}

/** Sends an album: as many messages as it has files. */
export function sendAlbum(telegram: Telegram, account: Account, exchange: Exchange): Message[] {
  const { fields, ...place } = placed(telegram, account, exchange);
  const media = field(exchange, 'media');
  if (!Array.isArray(media)) throw badRequest("can't parse media JSON object");
  if (media.length < 2 || media.length > 10) {
    throw badRequest('media must include 2-10 items');
  }
  const parts = media.map((each: unknown) => {
    if (!isRecord(each)) throw badRequest("can't parse InputMedia: expected an Object");
    const kind = String(each['type']);
    if (!['photo', 'video', 'audio', 'document'].includes(kind)) {
      throw badRequest(`type must be one of photo, video, audio, document`);
    }
    return { kind, each, file: readFile(telegram, exchange, kind, each['media']) };
  });
  const families = new Set(
    parts.map(({ kind }) => (kind === 'photo' || kind === 'video' ? 'pictures' : kind)),
  );
  if (families.size > 1) throw badRequest("media group can't be mixed: wrong type");
  const album = hash(`${telegram.seed} ${telegram.clock.now()} ${JSON.stringify(media)}`);
  return parts.map(({ each, file }) =>
    insertMessage(telegram, account, {
      ...place,
      method: 'sendMediaGroup',
      fields: { ...fields, ...captionFields((name) => each[name]) },
      files: [file],
      album: String(album.readUIntBE(0, 6)),
    }),
  );
}

/** Sends a poll. */
export function sendPoll(telegram: Telegram, account: Account, exchange: Exchange): Message {
  const { fields, ...place } = placed(telegram, account, exchange);
  const poll = readPoll(telegram, exchange, place.chat === account.chat);
  return insertMessage(telegram, account, {
    ...place,
    method: 'sendPoll',
    fields: { ...fields, poll },
    files: [],
    album: null,
  });
}

function captionFields(read: (name: string) => unknown): Record<string, unknown> {
  const { text, entities } = readText(read('caption'), read('caption_entities'), {
    most: 1024,
    what: 'message caption',
    needed: false,
  });
  const kept = ['has_spoiler', 'width', 'height', 'duration', 'show_caption_above_media'];
  return {
    ...(text !== '' && { caption: text, entities }),
    ...Object.fromEntries(
      kept.map((name) => [name, read(name)]).filter(([, value]) => value !== undefined),
    ),
  };
}

function placed(telegram: Telegram, account: Account, exchange: Exchange): Placed {
  const chat = requirePosting(telegram, account, exchange);
  const topic = field(exchange, 'message_thread_id');
  if (topic !== undefined && !telegram.settings.topics.includes(Number(topic))) {
    throw badRequest('message thread not found');
  }
  const reply = field(exchange, 'reply_parameters');
  const replyTo = isRecord(reply) ? Number(reply['message_id']) : null;
  if (replyTo !== null && !isThere(telegram, account, chat, replyTo)) {
    throw badRequest('message to be replied not found');
  }
  return {
    chat,
    replyTo,
    fields: {
      ...(topic !== undefined && { message_thread_id: Number(topic) }),
      ...(field(exchange, 'protect_content') === true && { protect_content: true }),
    },
  };
}

function isThere(telegram: Telegram, account: Account, chat: number, id: number): boolean {
  if (findMessage(telegram, chat, id)) return true;
  return chat !== account.chat && findComment(telegram, account, id) !== undefined;
}
