import { type Reader, readerNamed, readerOf } from '../audience/readers.ts';
import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { hash, type Mastodon, mastodonError } from './context.ts';

/** An account as the server keeps it. */
export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
  readonly createdAt: number;
}

/** Finds an account by its id. */
export function findAccount({ database }: Mastodon, id: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE id = ?', id);
  return row && accountFrom(row);
}

/** Finds an account by its user name. */
export function findAccountNamed({ database }: Mastodon, username: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE username = ?', username.toLowerCase());
  return row && accountFrom(row);
}

/** Makes an account and a token that opens it; both follow from the seed and the name. */
export function insertAccount(
  mastodon: Mastodon,
  account: {
    readonly username: string;
    readonly displayName: string;
    readonly password: string;
    readonly followers: number;
  },
): Account {
  const { database, clock, seed } = mastodon;
  const username = account.username.toLowerCase();
  const number = hash(`${seed} account ${username}`).readUIntBE(0, 6);
  const id = String(109_000_000_000_000_000n + BigInt(number));
  database.run(
    'INSERT INTO account (id, username, display_name, password, followers, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    username,
    account.displayName,
    hash(`${id} ${account.password}`).toString('hex'),
    account.followers,
    clock.now(),
  );
  insertToken(mastodon, accessTokenOf(mastodon, username), id, 'read write follow push');
  return { ...account, id, username, createdAt: clock.now() };
}

/** The token that an account gets when it is made. */
export function accessTokenOf({ seed }: Mastodon, username: string): string {
  return hash(`${seed} token ${username.toLowerCase()}`).toString('base64url');
}

/** Makes a token good; without an account it is good for what anybody may see. */
export function insertToken(
  { database, clock }: Mastodon,
  token: string,
  account: string | null,
  scopes: string,
): void {
  database.run(
    'INSERT OR REPLACE INTO token (token, account, scopes, created_at) VALUES (?, ?, ?, ?)',
    token,
    account,
    scopes,
    clock.now(),
  );
}

/** The account of a request's token, which must have a scope. */
export function authenticate(mastodon: Mastodon, exchange: Exchange, scope: string): Account {
  const token = bearerToken(exchange);
  const row = token && mastodon.database.one('SELECT * FROM token WHERE token = ?', token);
  if (!row) throw mastodonError(401, 'The access token is invalid');
  const granted = String(row['scopes']).split(' ');
  if (!granted.includes(scope) && !granted.includes(scope.split(':')[0] ?? '')) {
    throw mastodonError(403, 'This action is outside the authorized scopes');
  }
  const account =
    row['account'] === null ? undefined : findAccount(mastodon, String(row['account']));
  if (!account) throw mastodonError(422, 'This method requires an authenticated user');
  return account;
}

/** The account of a request's token, if it has a good one. */
export function viewer(mastodon: Mastodon, exchange: Exchange): Account | undefined {
  const token = bearerToken(exchange);
  const row = token && mastodon.database.one('SELECT account FROM token WHERE token = ?', token);
  return row ? findAccount(mastodon, String(row['account'])) : undefined;
}

// Readers' ids lie below all others, and a reader's number is a part of the id.
const firstReaderId = 108_000_000_000_000_000n;

/** The id of a simulated person. */
export function readerId({ index }: Reader): string {
  return String(firstReaderId + BigInt(index));
}

/** The simulated person behind an id, if it is one. */
export function readerWithId(id: string): Reader | undefined {
  if (!/^\d{18}$/.test(id)) return undefined;
  const index = Number(BigInt(id) - firstReaderId);
  return index >= 0 && index < 1_000_000 ? readerOf(index) : undefined;
}

/** The simulated person with a user name, if it is one; hyphens are underscores here. */
export function readerWithUsername(username: string): Reader | undefined {
  return readerNamed(username.replace('_', '-'));
}

function accountFrom(row: Row): Account {
  return {
    id: String(row['id']),
    username: String(row['username']),
    displayName: String(row['display_name']),
    followers: Number(row['followers']),
    createdAt: Number(row['created_at']),
  };
}
