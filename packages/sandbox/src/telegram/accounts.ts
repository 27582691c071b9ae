import type { Row } from '../database.ts';
import type { Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { badRequest, failure, hash, textField, type Telegram } from './context.ts';

/** A channel with the bot that posts there. */
export interface Account {
  readonly chat: number;
  readonly bot: number;
  readonly token: string;
  readonly username: string;
  readonly title: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
  readonly pinned: number | null;
}

/** Finds a channel by its name. */
export function findAccountNamed({ database }: Telegram, username: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE username = ?', username.toLowerCase());
  return row && accountFrom(row);
}

/** Makes a channel with its bot. */
export function insertAccount(
  telegram: Telegram,
  { username, title, followers }: Pick<Account, 'username' | 'title' | 'followers'>,
): Account {
  const { database, seed } = telegram;
  const bytes = hash(`${seed} account ${username}`);
  const chat = -(1_001_000_000_000 + bytes.readUInt32BE(0));
  const bot = 5_000_000_000 + bytes.readUInt32BE(4);
  const token = `${bot}:AA${bytes.subarray(8).toString('base64url')}`;
  database.run(
    'INSERT INTO account (chat, bot, token, username, title, followers) VALUES (?, ?, ?, ?, ?, ?)',
    chat,
    bot,
    token,
    username.toLowerCase(),
    title,
    followers,
  );
  return { chat, bot, token, username: username.toLowerCase(), title, followers, pinned: null };
}

/** Whose token is in the address. */
export function authenticate({ database }: Telegram, { parameters }: Exchange): Account {
  const token = /^bot(?<token>\d+:[\w-]+)$/.exec(parameters['bot'] ?? '')?.groups?.['token'];
  if (token === undefined) throw new Refusal(failure(404, 'Not Found'));
  const row = database.one('SELECT * FROM account WHERE token = ?', token);
  if (!row) throw new Refusal(failure(401, 'Unauthorized'));
  return accountFrom(row);
}

/** The group in which a channel is discussed. */
export function discussionOf({ chat }: Account): number {
  return chat - 1;
}

/** The chat that a request names: the bot's channel, or the group where it is discussed. */
export function requireChat(telegram: Telegram, account: Account, exchange: Exchange): number {
  const named = textField(exchange, 'chat_id').toLowerCase();
  if (named === '') throw badRequest('chat_id is empty');
  const { movedChats } = telegram.settings;
  const moved = Object.hasOwn(movedChats, named) ? movedChats[named] : undefined;
  if (moved !== undefined) {
    throw badRequest('group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: moved,
    });
  }
  if (named === String(discussionOf(account))) return discussionOf(account);
  if (named === String(account.chat) || named === `@${account.username}`) return account.chat;
  throw badRequest('chat not found');
}

/** A chat in which the bot may post. */
export function requirePosting(telegram: Telegram, account: Account, exchange: Exchange): number {
  const chat = requireChat(telegram, account, exchange);
  if (telegram.settings.canPost) return chat;
  const why = 'Forbidden: bot is not a member of the channel chat';
  throw new Refusal(failure(403, why));
}

function accountFrom(row: Row): Account {
  return {
    chat: Number(row['chat']),
    bot: Number(row['bot']),
    token: String(row['token']),
    username: String(row['username']),
    title: String(row['title']),
    followers: Number(row['followers']),
    pinned: row['pinned'] === null ? null : Number(row['pinned']),
  };
}
