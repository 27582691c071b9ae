import { createHash, timingSafeEqual } from 'node:crypto';
import { readerOf, type Reader } from '../audience/readers.ts';
import type { Row } from '../database.ts';
import { base32Hash, type Bluesky } from './context.ts';
import { xrpcError } from './xrpc-error.ts';

/** An account as the server keeps it. */
export interface Account {
  readonly did: string;
  readonly handle: string;
  readonly email: string | null;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
  readonly createdAt: number;
  readonly seenAt: number;
}

/** Finds an account by its DID or its handle. */
export function findAccount({ database }: Bluesky, didOrHandle: string): Account | undefined {
  const name = didOrHandle.startsWith('did:') ? didOrHandle : didOrHandle.toLowerCase();
  const row = database.one('SELECT * FROM account WHERE did = ? OR handle = ?', name, name);
  return row && accountFrom(row);
}

/** Finds the account of a repository that a client wants to write to. */
export function requireAccount(bluesky: Bluesky, didOrHandle: string): Account {
  const account = findAccount(bluesky, didOrHandle);
  if (!account) throw xrpcError(403, 'AccountNotFound', 'Account not found');
  return account;
}

/** Makes an account; its DID follows from the server's seed and the handle. */
export function insertAccount(
  bluesky: Bluesky,
  account: {
    readonly handle: string;
    readonly password: string;
    readonly email?: string | undefined;
    readonly followers?: number | undefined;
  },
): Account {
  const { database, clock, seed } = bluesky;
  const handle = account.handle.toLowerCase();
  const did = `did:plc:${base32Hash(24, seed, 'account', handle)}`;
  database.run(
    'INSERT INTO account (did, handle, email, password, followers, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    did,
    handle,
    account.email ?? null,
    hashPassword(did, account.password),
    account.followers ?? 0,
    clock.now(),
  );
  return requireAccount(bluesky, did);
}

/** Whether this is the account's own password. */
export function isPassword({ database }: Bluesky, did: string, password: string): boolean {
  const row = database.one('SELECT password FROM account WHERE did = ?', did);
  return row !== undefined && same(String(row['password']), hashPassword(did, password));
}

/** Whether this is one of the account's app passwords. */
export function isAppPassword({ database }: Bluesky, did: string, password: string): boolean {
  const hashed = hashPassword(did, password);
  return database
    .all('SELECT password FROM app_password WHERE did = ?', did)
    .some((row) => same(String(row['password']), hashed));
}

/** What is stored instead of a password. */
export function hashPassword(did: string, password: string): string {
  return createHash('sha256').update(`${did}\0${password}`).digest('hex');
}

// A reader's number is a part of the DID, so that readers need no rows.
const readerPrefix = 'did:plc:reader';

/** The DID of a simulated person. */
export function readerDid({ seed }: Bluesky, { index }: Reader): string {
  const digits = index.toString(26).padStart(5, '0');
  const letters = digits.replaceAll(/./g, (digit) =>
    String.fromCodePoint(97 + parseInt(digit, 26)),
  );
  return `${readerPrefix}${letters}${base32Hash(13, seed, 'reader', letters)}`;
}

/** The simulated person behind a DID, if it is one. */
export function readerWithDid(bluesky: Bluesky, did: string): Reader | undefined {
  if (!did.startsWith(readerPrefix)) return undefined;
  const letters = did.slice(readerPrefix.length, readerPrefix.length + 5);
  const index = parseInt(
    letters.replaceAll(/./g, (letter) => ((letter.codePointAt(0) ?? 97) - 97).toString(26)),
    26,
  );
  if (!Number.isSafeInteger(index)) return undefined;
  const reader = readerOf(index);
  return readerDid(bluesky, reader) === did ? reader : undefined;
}

/** The domain of the readers' handles. */
export const readerDomain = 'readers.test';

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

function accountFrom(row: Row): Account {
  return {
    did: String(row['did']),
    handle: String(row['handle']),
    email: row['email'] === null ? null : String(row['email']),
    followers: Number(row['followers']),
    createdAt: Number(row['created_at']),
    seenAt: Number(row['seen_at']),
  };
}
