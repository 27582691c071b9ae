import type { Row } from '../database.ts';
import type { Exchange } from '../http/exchange.ts';
import { type Discord, hash, refusal } from './context.ts';

/** A channel with its webhook and its bot. */
export interface Account {
  readonly webhook: string;
  readonly webhookToken: string;
  readonly bot: string;
  readonly botToken: string;
  readonly channel: string;
  readonly guild: string;
  readonly handle: string;
  /** How many simulated people read the channel. */
  readonly followers: number;
}

/** Finds an account by its name, the id of its webhook, or that of its channel. */
export function findAccount({ database }: Discord, key: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE ? IN (handle, webhook, channel)', key);
  return row && accountFrom(row);
}

/** Makes a channel with its webhook and its bot. */
export function insertAccount(discord: Discord, handle: string, followers: number): Account {
  const bytes = hash(`${discord.seed} account ${handle}`);
  const id = (at: number) => `9${String(bytes.readUIntBE(at, 6)).padStart(17, '0')}`;
  const token = bytes.toString('base64url');
  const account: Account = {
    webhook: id(0),
    webhookToken: `hook-${token}`,
    bot: id(6),
    botToken: `bot.${token}`,
    channel: id(12),
    guild: id(18),
    handle,
    followers,
  };
  discord.database.run(
    `INSERT INTO account (webhook, webhook_token, bot, bot_token, channel, guild, handle, followers)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...Object.values(account),
  );
  return account;
}

/** The account whose webhook and token are in the address. */
export function requireWebhook(discord: Discord, { parameters }: Exchange): Account {
  const row = discord.database.one(
    'SELECT * FROM account WHERE webhook = ?',
    parameters['webhook'] ?? '',
  );
  if (!row) throw refusal(404, 10_015, 'Unknown Webhook');
  const account = accountFrom(row);
  if (account.webhookToken !== parameters['token']) {
    throw refusal(401, 50_027, 'Invalid Webhook Token');
  }
  return account;
}

/** The account whose bot asks. */
export function requireBot({ database }: Discord, { headers }: Exchange): Account {
  const token = /^Bot (?<token>\S+)$/.exec(headers.authorization ?? '')?.groups?.['token'] ?? '';
  const row = database.one('SELECT * FROM account WHERE bot_token = ?', token);
  if (!row) throw refusal(401, 0, '401: Unauthorized');
  return accountFrom(row);
}

/** A channel or a thread that the bot may see. */
export function requireChannel(discord: Discord, account: Account, id: string): string {
  if (id === account.channel || isThread(discord, account, id)) return id;
  throw refusal(404, 10_003, 'Unknown Channel');
}

/** Whether an id is a thread of an account's channel. */
export function isThread({ database }: Discord, { channel }: Account, id: string): boolean {
  const sql = 'SELECT 1 FROM thread WHERE id = ? AND parent = ?';
  return database.one(sql, id, channel) !== undefined;
}

function accountFrom(row: Row): Account {
  return {
    webhook: String(row['webhook']),
    webhookToken: String(row['webhook_token']),
    bot: String(row['bot']),
    botToken: String(row['bot_token']),
    channel: String(row['channel']),
    guild: String(row['guild']),
    handle: String(row['handle']),
    followers: Number(row['followers']),
  };
}
