import { createHash } from 'node:crypto';
import type { Row } from './database.ts';
import { bearerToken, type Exchange } from './http/exchange.ts';
import { noteTable, readNote, writeNote } from './notes.ts';
import { codeTable } from './oauth/codes.ts';
import { firstTokens, grantTable, type GrantLives, holderOf } from './oauth/tokens.ts';
import { rateBudgetTable } from './rate-budgets.ts';
import type { NewAccount, SandboxAccount } from './sandbox.ts';
import type { SandboxContext } from './start-sandbox.ts';

/** What servers with nothing but accounts, tokens and budgets remember of people. */
export const peopleTables = `${noteTable}${rateBudgetTable}${codeTable}${grantTable}
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;`;

/** An account as such a server keeps it. */
export interface Person {
  readonly id: string;
  readonly handle: string;
  readonly followers: number;
}

/** Makes an account, or finds it, with tokens that open it. */
export function openPerson(
  context: SandboxContext<GrantLives>,
  { handle, password = secretOf(context, `password ${handle}`), followers = 0 }: NewAccount,
  id: string,
): SandboxAccount {
  const { database, settings } = context;
  database.run(
    'INSERT OR IGNORE INTO account (id, handle, followers) VALUES (?, ?, ?)',
    id,
    handle,
    followers,
  );
  return {
    id,
    handle,
    password,
    credentials: {
      ...firstTokens(context, id, settings),
      clientId: 'sandbox',
      clientSecret: secretOf(context, 'application'),
    },
  };
}

/** The account that a request's token opens, if it is good. */
export function personOf(context: SandboxContext<unknown>, exchange: Exchange): Person | undefined {
  const id = holderOf(context, 'access', bearerToken(exchange) ?? '');
  const row =
    id === undefined ? undefined : context.database.one('SELECT * FROM account WHERE id = ?', id);
  return row && personFrom(row);
}

/** Everybody who can say yes on a consent page. */
export function everybody({ database }: SandboxContext<unknown>) {
  return database
    .all('SELECT * FROM account ORDER BY rowid')
    .map(personFrom)
    .map(({ id, handle }) => ({ id, name: handle }));
}

/** Whether a request for tokens proves that it comes from the application, in header or form. */
export function isApplication(
  context: SandboxContext<unknown>,
  { headers, fields }: Exchange,
): boolean {
  const secret = secretOf(context, 'application');
  const basic = `Basic ${Buffer.from(`sandbox:${secret}`).toString('base64')}`;
  const inBody = fields['client_id'] === 'sandbox' && fields['client_secret'] === secret;
  return headers.authorization === basic || inBody;
}

/** A text that looks random and follows from others. */
export function secretOf({ seed }: SandboxContext<unknown>, purpose: string): string {
  return createHash('sha256').update(`${seed} ${purpose}`).digest('base64url');
}

/** A number that nothing here has yet. */
export function nextNumber({ database }: SandboxContext<unknown>, first = 1_000_000): number {
  const next = Number(readNote(database, 'last-number') ?? first) + 1;
  writeNote(database, 'last-number', String(next));
  return next;
}

function personFrom(row: Row): Person {
  return {
    id: String(row['id']),
    handle: String(row['handle']),
    followers: Number(row['followers']),
  };
}
