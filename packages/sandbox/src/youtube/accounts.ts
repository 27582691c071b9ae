import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { holderOf } from '../oauth/tokens.ts';
import { secret, type YouTube, youtubeError } from './context.ts';

/** A channel as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly title: string;
  readonly followers: number;
}

/** Makes a channel, or finds it. */
export function openAccount(youtube: YouTube, title: string, followers: number): Account {
  const { database } = youtube;
  const known = database.one('SELECT * FROM account WHERE title = ?', title);
  if (known) return accountFrom(known);
  const id = `UC${secret(youtube, `channel ${title}`).slice(0, 22)}`;
  database.run('INSERT INTO account (id, title, followers) VALUES (?, ?, ?)', id, title, followers);
  return { id, title, followers };
}

/** The channel of a request's token. */
export function authenticate(youtube: YouTube, exchange: Exchange): Account {
  const id = holderOf(youtube, 'access', bearerToken(exchange) ?? '');
  const row =
    id === undefined ? undefined : youtube.database.one('SELECT * FROM account WHERE id = ?', id);
  if (!row) throw youtubeError(401, 'authError', 'Invalid Credentials');
  return accountFrom(row);
}

/** The list of everything that a channel uploaded. */
export function uploadsOf({ id }: Account): string {
  return id.replace(/^UC/, 'UU');
}

/** The one playlist that every channel begins with. */
export function playlistOf({ id }: Account): string {
  return id.replace(/^UC/, 'PL');
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    title: String(row['title']),
    followers: Number(row['followers']),
  };
}
