import type { Row } from '../database.ts';
import { bearerToken, type Exchange } from '../http/exchange.ts';
import { Refusal } from '../http/refusal.ts';
import { freshNumber, type LinkedIn, linkedInError, secret } from './context.ts';

/** An account as the server keeps it. */
export interface Account {
  readonly urn: string;
  readonly handle: string;
  readonly token: string;
  readonly refreshToken: string;
  readonly followers: number;
}

/** Makes an account, or finds it; `in/…` is a member, everything else an organization. */
export function openAccount(linkedIn: LinkedIn, handle: string, followers: number): Account {
  const { database, clock } = linkedIn;
  const known = database.one('SELECT * FROM account WHERE handle = ?', handle);
  if (known) return accountFrom(known);
  const kind = handle.startsWith('in/') ? 'person' : 'organization';
  const account: Account = {
    urn: `urn:li:${kind}:${freshNumber(linkedIn)}`,
    handle,
    token: secret(linkedIn, `token ${handle}`),
    refreshToken: secret(linkedIn, `refresh ${handle}`),
    followers,
  };
  database.run(
    `INSERT INTO account (urn, handle, token, refresh_token, followers, created_at, token_expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    account.urn,
    handle,
    account.token,
    account.refreshToken,
    followers,
    clock.now(),
    tokenEnd(linkedIn),
  );
  return account;
}

/** When a token ends that is given out now, in milliseconds since the epoch. */
export function tokenEnd({ clock, settings }: LinkedIn): number {
  return clock.now() + settings.accessTokenSeconds * 1000;
}

/** The account of a request's token. */
export function authenticate({ database, clock }: LinkedIn, exchange: Exchange): Account {
  const token = bearerToken(exchange);
  if (token === undefined) throw unauthorized(65_600, 'Empty oauth2_access_token');
  const row = database.one('SELECT * FROM account WHERE token = ?', token);
  if (!row) throw unauthorized(65_600, 'Invalid access token');
  if (Number(row['token_expires_at']) <= clock.now()) {
    throw unauthorized(65_602, 'The token used in the request has expired');
  }
  return accountFrom(row);
}

/** The account of a request's token, if it may read what was made: organizations may, members not. */
export function authenticateReader(linkedIn: LinkedIn, exchange: Exchange): Account {
  const account = authenticate(linkedIn, exchange);
  if (isMember(account)) {
    throw linkedInError(403, 'ACCESS_DENIED', 'Not enough permissions to access this resource');
  }
  return account;
}

/** Refuses to do for one account what only another may. */
export function requireSelf({ urn }: Account, claimed: unknown): void {
  if (claimed !== urn) {
    throw linkedInError(403, 'ACCESS_DENIED', 'Not enough permissions to act for this author');
  }
}

/** Whether an account is a member and no organization. */
export function isMember({ urn }: Account): boolean {
  return urn.startsWith('urn:li:person:');
}

/** What LinkedIn says of a token. */
function unauthorized(serviceErrorCode: number, message: string): Refusal {
  return new Refusal({ status: 401, body: { status: 401, serviceErrorCode, message } });
}

function accountFrom(row: Row): Account {
  return {
    urn: String(row['urn']),
    handle: String(row['handle']),
    token: String(row['token']),
    refreshToken: String(row['refresh_token']),
    followers: Number(row['followers']),
  };
}
