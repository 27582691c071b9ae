import type { Row } from '../database.ts';
import type { Exchange } from '../http/exchange.ts';
import { hash, refusal, type WordPress } from './context.ts';

/** A user of the blog. */
export interface Account {
  readonly id: number;
  readonly username: string;
  readonly password: string;
  /** How many simulated people read the blog. */
  readonly followers: number;
}

/** Finds a user by name. */
export function findAccountNamed({ database }: WordPress, username: string): Account | undefined {
  const row = database.one('SELECT * FROM account WHERE username = ?', username);
  return row && accountFrom(row);
}

/** A user that is known to exist. */
export function accountOf({ database }: WordPress, id: number): Account {
  return accountFrom(database.one('SELECT * FROM account WHERE id = ?', id) ?? {});
}

/** Makes a user with an application password. */
export function insertAccount(
  wordPress: WordPress,
  username: string,
  followers: number,
  given?: string,
): Account {
  const letters = hash(`${wordPress.seed} password ${username}`).toString('hex').slice(0, 24);
  const password = given ?? letters.replaceAll(/(.{4})(?=.)/g, '$1 ');
  const row = wordPress.database.one(
    'INSERT INTO account (username, password, followers) VALUES (?, ?, ?) RETURNING *',
    username,
    password,
    followers,
  );
  return accountFrom(row ?? {});
}

/** Who asks; `undefined` where nobody says so, or with the wrong password. */
export function whoAsks({ database }: WordPress, { headers }: Exchange): Account | undefined {
  const encoded = /^Basic (?<pair>\S+)$/.exec(headers.authorization ?? '')?.groups?.['pair'] ?? '';
  const [username = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  const row = database.one('SELECT * FROM account WHERE username = ?', username);
  const account = row && accountFrom(row);
  return account && bare(account.password) === bare(rest.join(':')) ? account : undefined;
}

/** Application passwords are shown with spaces, which nobody needs to type. */
function bare(password: string): string {
  return password.replaceAll(' ', '');
}

/** Who asks, where it must be somebody who may. */
export function require(
  wordPress: WordPress,
  exchange: Exchange,
  right: 'edit' | 'publish' | 'upload' | 'moderate' | 'categorize' | 'read',
  [code, message]: readonly [string, string],
): Account {
  const account = whoAsks(wordPress, exchange);
  if (!account) throw refusal(401, code, message);
  if (!rights[wordPress.settings.role].includes(right)) throw refusal(403, code, message);
  return account;
}

/** What each role may do. */
export const rights: Readonly<Record<WordPress['settings']['role'], readonly string[]>> = {
  administrator: ['read', 'edit', 'publish', 'upload', 'moderate', 'categorize'],
  author: ['read', 'edit', 'publish', 'upload'],
  contributor: ['read', 'edit'],
};

function accountFrom(row: Row): Account {
  return {
    id: Number(row['id']),
    username: String(row['username']),
    password: String(row['password']),
    followers: Number(row['followers']),
  };
}
