import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { holderOf } from '../oauth/tokens.ts';
import { insertBoard } from './boards.ts';
import { freshNumber, type Pinterest, pinterestError } from './context.ts';

/** An account as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly followers: number;
}

/** Makes an account with one board, or finds it. */
export function openAccount(pinterest: Pinterest, username: string, followers: number): Account {
  const { database } = pinterest;
  const known = database.one('SELECT * FROM account WHERE username = ?', username);
  if (known) return accountFrom(known);
  const id = `2783${freshNumber(pinterest)}`;
  database.run(
    'INSERT INTO account (id, username, followers) VALUES (?, ?, ?)',
    id,
    username,
    followers,
  );
  insertBoard(pinterest, id, { name: 'News', privacy: 'PUBLIC' });
  return { id, username, followers };
}

/** The account of a request's token. */
export function authenticate(pinterest: Pinterest, exchange: Exchange): Account {
  const id = holderOf(pinterest, 'access', bearerToken(exchange) ?? '');
  const row =
    id === undefined ? undefined : pinterest.database.one('SELECT * FROM account WHERE id = ?', id);
  if (!row) throw pinterestError(401, 2, 'Authentication failed.');
  return accountFrom(row);
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    username: String(row['username']),
    followers: Number(row['followers']),
  };
}
