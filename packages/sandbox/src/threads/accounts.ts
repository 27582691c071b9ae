import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { graphError } from '../meta/graph-answers.ts';
import { hash } from '../meta/identity.ts';
import type { Threads } from './context.ts';

/** A profile as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
}

/** Finds a profile by its id. */
export function findAccount({ database }: Threads, id: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE id = ?', id);
  return row && accountFrom(row);
}

/** Finds a profile by its name. */
export function findAccountNamed({ database }: Threads, username: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE username = ?', username.toLowerCase());
  return row && accountFrom(row);
}

/** Makes a profile, and a long-lived token that is two days old, so that it can be renewed. */
export function insertAccount(threads: Threads, name: string, followers: number): Account {
  const { database, clock, seed, settings } = threads;
  const username = name.toLowerCase();
  const number = hash(`${seed} account ${username}`).readUIntBE(0, 6);
  const id = `25${String(number).padStart(15, '0')}`;
  database.run(
    'INSERT INTO account (id, username, followers) VALUES (?, ?, ?)',
    id,
    username,
    followers,
  );
  const issuedAt = clock.now() - 2 * settings.refreshableAfterSeconds * 1000;
  insertToken(threads, {
    token: tokenOf(threads, username),
    account: id,
    longLived: true,
    issuedAt,
  });
  return { id, username, followers };
}

/** The token that a profile gets when it is made. */
export function tokenOf({ seed }: Threads, username: string): string {
  return `TH${hash(`${seed} token ${username.toLowerCase()}`).toString('base64url')}`;
}

/** A token and whom it opens. */
export interface Token {
  readonly token: string;
  readonly account: string;
  readonly longLived: boolean;
  /** Milliseconds since the epoch. */
  readonly issuedAt: number;
}

/** Makes a token good; gives back for how many seconds. */
export function insertToken({ database, settings }: Threads, token: Token): number {
  const { shortTokenSeconds, longTokenSeconds } = settings;
  const seconds = token.longLived ? longTokenSeconds : shortTokenSeconds;
  database.run(
    'INSERT OR REPLACE INTO token (token, account, long_lived, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)',
    token.token,
    token.account,
    token.longLived ? 1 : 0,
    token.issuedAt,
    token.issuedAt + seconds * 1000,
  );
  return seconds;
}

/** The token with this text; refuses one that is unknown or has ended. */
export function requireToken({ database, clock }: Threads, token: string): Token {
  const row = database.one('SELECT * FROM token WHERE token = ?', token);
  if (!row) throw graphError({ message: 'Invalid OAuth access token.', code: 190, status: 401 });
  if (Number(row['expires_at']) <= clock.now()) {
    const message = 'Error validating access token: Session has expired.';
    throw graphError({ message, code: 190, subcode: 463 });
  }
  return {
    token,
    account: String(row['account']),
    longLived: row['long_lived'] === 1,
    issuedAt: Number(row['issued_at']),
  };
}

/** The profile of a request's token, given as a header or as a parameter. */
export function authenticate(threads: Threads, exchange: Exchange): Account {
  const { query, fields } = exchange;
  const given = bearerToken(exchange) ?? query.get('access_token') ?? fields['access_token'];
  const { account } = requireToken(threads, typeof given === 'string' ? given : '');
  const found = findAccount(threads, account);
  if (!found) throw graphError({ message: 'The user is gone.', code: 190, subcode: 458 });
  return found;
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    username: String(row['username']),
    followers: Number(row['followers']),
  };
}
