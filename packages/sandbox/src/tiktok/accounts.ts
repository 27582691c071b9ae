import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { holderOf } from '../oauth/tokens.ts';
import { secret, type TikTok, tiktokError } from './context.ts';

/** A creator as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly followers: number;
}

/** Makes a creator, or finds it. */
export function openAccount(tiktok: TikTok, username: string, followers: number): Account {
  const { database } = tiktok;
  const known = database.one('SELECT * FROM account WHERE username = ?', username);
  if (known) return accountFrom(known);
  const id = `-000${secret(tiktok, `account ${username}`).slice(0, 30)}`;
  database.run(
    'INSERT INTO account (id, username, followers) VALUES (?, ?, ?)',
    id,
    username,
    followers,
  );
  return { id, username, followers };
}

/** The creator of a request's token. */
export function authenticate(tiktok: TikTok, exchange: Exchange): Account {
  const id = holderOf(tiktok, 'access', bearerToken(exchange) ?? '');
  const row =
    id === undefined ? undefined : tiktok.database.one('SELECT * FROM account WHERE id = ?', id);
  if (!row) {
    const message = 'The access token is invalid or not found in the request.';
    throw tiktokError(401, 'access_token_invalid', message);
  }
  return accountFrom(row);
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    username: String(row['username']),
    followers: Number(row['followers']),
  };
}
