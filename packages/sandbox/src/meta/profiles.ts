import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import type { SandboxContext } from '../start-sandbox.ts';
import { graphError } from './graph-answers.ts';
import { hash } from './identity.ts';

/** How long tokens are good, in seconds. */
interface TokenSettings {
  readonly shortTokenSeconds: number;
  readonly longTokenSeconds: number;
  /** How old a long-lived token must be to be renewed. */
  readonly refreshableAfterSeconds: number;
}

/** A server whose people sign in with tokens that live for an hour or for long. */
export type Profiles = SandboxContext<TokenSettings>;

/** How one of Meta's networks writes the ids of profiles, and tokens. */
export interface ProfileKind {
  /** The name people know. */
  readonly network: string;
  /** What the number of a profile begins with. */
  readonly idPrefix: string;
  /** What a token begins with. */
  readonly tokenPrefix: string;
  /** What the grants begin with: `th`. */
  readonly grant: string;
}

/** Profiles and their tokens. Times are milliseconds since the epoch. */
export const profileTables = `
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS token (
    token TEXT PRIMARY KEY, account TEXT NOT NULL, long_lived INTEGER NOT NULL,
    issued_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;`;

/** A profile as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
}

/** Finds a profile by its id. */
export function findAccount({ database }: Profiles, id: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE id = ?', id);
  return row && accountFrom(row);
}

/** Finds a profile by its name. */
export function findAccountNamed({ database }: Profiles, username: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE username = ?', username.toLowerCase());
  return row && accountFrom(row);
}

/** Makes a profile, and a long-lived token that is two days old, so that it can be renewed. */
export function insertAccount(
  state: Profiles,
  kind: ProfileKind,
  { name, followers }: { readonly name: string; readonly followers: number },
): Account {
  const { database, clock, seed, settings } = state;
  const username = name.toLowerCase();
  const number = hash(`${seed} account ${username}`).readUIntBE(0, 6);
  const id = `${kind.idPrefix}${String(number).padStart(15, '0')}`;
  database.run(
    'INSERT INTO account (id, username, followers) VALUES (?, ?, ?)',
    id,
    username,
    followers,
  );
  const issuedAt = clock.now() - 2 * settings.refreshableAfterSeconds * 1000;
  insertToken(state, {
    token: tokenOf(state, kind, username),
    account: id,
    longLived: true,
    issuedAt,
  });
  return { id, username, followers };
}

/** The token that a profile gets when it is made. */
export function tokenOf(
  { seed }: Profiles,
  { tokenPrefix }: ProfileKind,
  username: string,
): string {
  return `${tokenPrefix}${hash(`${seed} token ${username.toLowerCase()}`).toString('base64url')}`;
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
export function insertToken({ database, settings }: Profiles, token: Token): number {
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
export function requireToken({ database, clock }: Profiles, token: string): Token {
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
export function authenticate(state: Profiles, exchange: Exchange): Account {
  const { query, fields } = exchange;
  const given = bearerToken(exchange) ?? query.get('access_token') ?? fields['access_token'];
  const { account } = requireToken(state, typeof given === 'string' ? given : '');
  const found = findAccount(state, account);
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
