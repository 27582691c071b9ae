import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Account } from './accounts.ts';
import type { Telegram } from './context.ts';

/** A message of a bot as the server keeps it. Times are milliseconds since the epoch. */
export interface Message {
  readonly id: number;
  readonly chat: number;
  /** The channel whose bot sent it. */
  readonly account: number;
  readonly method: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly files: readonly StoredFile[];
  /** What it shares with the others of its album. */
  readonly album: string | null;
  readonly replyTo: number | null;
  readonly followers: number;
  readonly sentAt: number;
  readonly editedAt: number | null;
}

/** What the server keeps of a file. */
export interface StoredFile {
  readonly kind: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  readonly hash: string;
}

/** What is known of a message before it is sent. */
export type NewMessage = Pick<
  Message,
  'chat' | 'method' | 'fields' | 'files' | 'album' | 'replyTo'
>;

/** Sends a message. */
export function insertMessage(telegram: Telegram, account: Account, message: NewMessage): Message {
  const { database, clock } = telegram;
  const row = database.one(
    `INSERT INTO message (chat, account, method, fields, files, album, reply_to, followers, sent_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    message.chat,
    account.chat,
    message.method,
    JSON.stringify(message.fields),
    JSON.stringify(message.files),
    message.album,
    message.replyTo,
    membersNow(telegram, account),
    clock.now(),
  );
  return messageFrom(row ?? {});
}

/** A message that is still there. */
export function findMessage({ database }: Telegram, chat: number, id: number): Message | undefined {
  const row = database.one(
    'SELECT * FROM message WHERE chat = ? AND id = ? AND removed_at IS NULL',
    chat,
    id,
  );
  return row && messageFrom(row);
}

/** What a bot has posted in its channel and around it, and not deleted, oldest first. */
export function messagesOf({ database }: Telegram, account: number): Message[] {
  return database
    .all('SELECT * FROM message WHERE account = ? AND removed_at IS NULL ORDER BY id', account)
    .map(messageFrom);
}

/** Changes what a message says. */
export function rewrite({ database, clock }: Telegram, { id }: Message, fields: object): void {
  database.run(
    'UPDATE message SET fields = ?, edited_at = ? WHERE id = ?',
    JSON.stringify(fields),
    clock.now(),
    id,
  );
}

/** Takes a message down. */
export function removeMessage({ database, clock }: Telegram, chat: number, id: number): boolean {
  const sql = 'UPDATE message SET removed_at = ? WHERE chat = ? AND id = ? AND removed_at IS NULL';
  return database.run(sql, clock.now(), chat, id) > 0;
}

/** How many follow a channel now: those from the start, and those won by messages. */
export function membersNow(telegram: Telegram, { chat, followers }: Account): number {
  const { audience, clock } = telegram;
  return messagesOf(telegram, chat).reduce(
    (sum, message) => sum + audience.count(audiencePost(message), 'follow', clock.now()),
    followers,
  );
}

/** A message as its simulated readers meet it. */
export function audiencePost({ id, sentAt, followers, method }: Message): AudiencePost {
  return {
    id: String(id),
    publishedAt: sentAt,
    followers,
    without: method === 'sendPoll' ? [] : ['vote'],
  };
}

function messageFrom(row: Row): Message {
  const nullable = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    id: Number(row['id']),
    chat: Number(row['chat']),
    account: Number(row['account']),
    method: String(row['method']),
    fields: JSON.parse(String(row['fields'])) as Message['fields'],
    files: JSON.parse(String(row['files'])) as StoredFile[],
    album: row['album'] === null ? null : String(row['album']),
    replyTo: nullable('reply_to'),
    followers: Number(row['followers']),
    sentAt: Number(row['sent_at']),
    editedAt: nullable('edited_at'),
  };
}
