import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { hash, refuse, type X } from './context.ts';

/** An account as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
  readonly createdAt: number;
}

/** Finds an account by its id. */
export function findAccount({ database }: X, id: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE id = ?', id);
  return row && accountFrom(row);
}

/** Finds an account by its user name, or makes it; its id follows from the seed and the name. */
export function accountNamed(
  { database, clock, seed }: X,
  { username, name, followers }: Pick<Account, 'username' | 'name' | 'followers'>,
): Account {
  const known = database.one('SELECT * FROM account WHERE username = ?', username);
  if (known) return accountFrom(known);
  const number = hash(`${seed} account ${username}`).readUIntBE(0, 5);
  const id = String(2_000_000_000_000 + number);
  const createdAt = clock.now();
  database.run(
    'INSERT INTO account (id, username, name, followers, created_at) VALUES (?, ?, ?, ?, ?)',
    id,
    username,
    name,
    followers,
    createdAt,
  );
  return { id, username, name, followers, createdAt };
}

/** The account of a request's token. */
export function authenticate(x: X, exchange: Exchange): Account {
  const token = bearerToken(exchange);
  const row =
    token === undefined
      ? undefined
      : x.database.one(
          `SELECT account FROM token WHERE token = ? AND kind = 'access' AND expires_at > ?`,
          token,
          x.clock.now(),
        );
  const account = row && findAccount(x, String(row['account']));
  if (!account) throw refuse(401, 'Unauthorized');
  return account;
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    username: String(row['username']),
    name: String(row['name']),
    followers: Number(row['followers']),
    createdAt: Number(row['created_at']),
  };
}
