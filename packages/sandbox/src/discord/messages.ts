import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Account } from './accounts.ts';
import { type Discord, refusal, snowflake } from './context.ts';
import type { Fields, StoredFile } from './message-fields.ts';

/** A message as the server keeps it. Times are milliseconds since the epoch. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly account: string;
  readonly byBot: boolean;
  readonly fields: Fields;
  readonly files: readonly StoredFile[];
  readonly followers: number;
  readonly sentAt: number;
  readonly editedAt: number | null;
}

/** What is known of a message before it is sent. */
export type NewMessage = Pick<Message, 'channel' | 'byBot' | 'fields' | 'files'> & {
  /** Decides which of its own a message is, where it opened a thread: a thread has its message's id. */
  readonly id?: string;
};

/** Sends a message, or finds the one that was sent with the same nonce a little earlier. */
export function insertMessage(discord: Discord, account: Account, message: NewMessage): Message {
  const { database, clock, settings } = discord;
  const { nonce, enforce_nonce: enforced } = message.fields;
  const known =
    typeof nonce === 'string' && enforced === true
      ? database.one(
          'SELECT * FROM message WHERE account = ? AND nonce = ? AND sent_at > ?',
          account.webhook,
          nonce,
          clock.now() - settings.nonceSeconds * 1000,
        )
      : undefined;
  if (known) return messageFrom(known);
  const row = database.one(
    `INSERT INTO message (id, channel, account, by_bot, fields, files, nonce, followers, sent_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    message.id ?? snowflake(discord),
    message.channel,
    account.webhook,
    message.byBot ? 1 : 0,
    JSON.stringify(message.fields),
    JSON.stringify(message.files),
    typeof nonce === 'string' ? nonce : null,
    account.followers,
    clock.now(),
  );
  return messageFrom(row ?? {});
}

/** A message that is still there, in a channel or a thread. */
export function requireMessage({ database }: Discord, channel: string, id: string): Message {
  const row = database.one(
    'SELECT * FROM message WHERE channel = ? AND id = ? AND removed_at IS NULL',
    channel,
    id,
  );
  if (!row) throw refusal(404, 10_008, 'Unknown Message');
  return messageFrom(row);
}

/** The messages of an account that are still there, oldest first. */
export function messagesOf({ database }: Discord, account: string): Message[] {
  const sql = 'SELECT * FROM message WHERE account = ? AND removed_at IS NULL ORDER BY rowid';
  return database.all(sql, account).map(messageFrom);
}

/** The messages of a channel, oldest first. */
export function messagesIn({ database }: Discord, channel: string): Message[] {
  const sql = 'SELECT * FROM message WHERE channel = ? AND removed_at IS NULL ORDER BY rowid';
  return database.all(sql, channel).map(messageFrom);
}

/** Changes what a message says. */
export function rewrite({ database, clock }: Discord, { id }: Message, fields: Fields): void {
  const sql = 'UPDATE message SET fields = ?, edited_at = ? WHERE id = ?';
  database.run(sql, JSON.stringify(fields), clock.now(), id);
}

/** Takes a message down. */
export function removeMessage({ database, clock }: Discord, { id }: Message): void {
  database.run('UPDATE message SET removed_at = ? WHERE id = ?', clock.now(), id);
}

/** A message as its simulated readers meet it. */
export function audiencePost({ id, sentAt, followers, fields }: Message): AudiencePost {
  return {
    id,
    publishedAt: sentAt,
    followers,
    without: fields['poll'] === undefined ? ['vote'] : [],
  };
}

function messageFrom(row: Row): Message {
  return {
    id: String(row['id']),
    channel: String(row['channel']),
    account: String(row['account']),
    byBot: row['by_bot'] === 1,
    fields: JSON.parse(String(row['fields'])) as Fields,
    files: JSON.parse(String(row['files'])) as StoredFile[],
    followers: Number(row['followers']),
    sentAt: Number(row['sent_at']),
    editedAt: row['edited_at'] === null ? null : Number(row['edited_at']),
  };
}
