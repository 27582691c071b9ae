import { createHash } from 'node:crypto';
import type { Clock } from '@affiche/core';
import type { Database } from '../database.ts';

/** The table of tokens, and of what renews them. */
export const grantTable = `
  CREATE TABLE IF NOT EXISTS oauth_grant (
    text TEXT PRIMARY KEY, kind TEXT NOT NULL, account TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** How long what a server grants is good, in seconds. */
export interface GrantLives {
  readonly accessSeconds: number;
  readonly refreshSeconds: number;
}

/** A pair of tokens. */
export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

/** What grants need of a server. */
export interface Grantor {
  readonly database: Database;
  readonly clock: Clock;
  readonly seed: string;
}

/** The tokens that an account gets when it is made; asked again, the same ones. */
export function firstTokens(grantor: Grantor, account: string, lives: GrantLives): GrantedTokens {
  return keepTokens(grantor, account, { ...lives, purpose: `${grantor.seed} first ${account}` });
}

/** Gives an account new tokens in place of something that was good once: a code, a refresh token. */
export function grantTokens(
  grantor: Grantor,
  account: string,
  { spent, ...lives }: GrantLives & { readonly spent: string },
): GrantedTokens {
  grantor.database.run('DELETE FROM oauth_grant WHERE text = ?', spent);
  return keepTokens(grantor, account, { ...lives, purpose: `after ${spent}` });
}

/** The account that a text opens, if it is good now. */
export function holderOf(
  { database, clock }: Grantor,
  kind: 'access' | 'refresh',
  text: string,
): string | undefined {
  const row = database.one(
    'SELECT account FROM oauth_grant WHERE text = ? AND kind = ? AND expires_at > ?',
    text,
    kind,
    clock.now(),
  );
  return row && String(row['account']);
}

function keepTokens(
  { database, clock }: Grantor,
  account: string,
  { purpose, accessSeconds, refreshSeconds }: GrantLives & { readonly purpose: string },
): GrantedTokens {
  const now = clock.now();
  const accessToken = secretText(`access ${purpose}`);
  const refreshToken = secretText(`refresh ${purpose}`);
  const until = (seconds: number) => now + seconds * 1000;
  keep(database, { text: accessToken, kind: 'access', account, expiresAt: until(accessSeconds) });
  keep(database, {
    text: refreshToken,
    kind: 'refresh',
    account,
    expiresAt: until(refreshSeconds),
  });
  return { accessToken, refreshToken };
}

interface Kept {
  readonly text: string;
  readonly kind: 'access' | 'refresh';
  readonly account: string;
  readonly expiresAt: number;
}

function keep(database: Database, { text, kind, account, expiresAt }: Kept): void {
  database.run(
    'INSERT OR IGNORE INTO oauth_grant (text, kind, account, expires_at) VALUES (?, ?, ?, ?)',
    text,
    kind,
    account,
    expiresAt,
  );
}

function secretText(purpose: string): string {
  return createHash('sha256').update(purpose).digest('base64url');
}
