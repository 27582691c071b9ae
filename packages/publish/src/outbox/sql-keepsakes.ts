import type { Json } from '@affiche/core';
import type { PostRecord } from './entry.ts';
import type { KeptFacts, Pause, PostFilter } from './outbox.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { appendLog } from './sql-log.ts';

/** Reads the dated facts of an account. */
export async function readFacts(
  transaction: SqlTransaction,
  account: string,
): Promise<KeptFacts | undefined> {
  const row = await first<FactsRow>(
    transaction,
    `SELECT value, read_at FROM account_facts WHERE account = ?`,
    account,
  );
  return row && toFacts(row);
}

/** What is stored of the facts of an account. */
export interface FactsRow {
  readonly value: string;
  readonly read_at: number;
}

/** The facts as the rest of the package knows them. */
export function toFacts({ value, read_at }: FactsRow): KeptFacts {
  return { value: JSON.parse(value) as Json, readAt: read_at };
}

/** Stores the facts of an account with the moment they were read. */
export async function writeFacts(
  transaction: SqlTransaction,
  account: string,
  value: Json,
): Promise<void> {
  transaction.later(
    `INSERT INTO account_facts (account, value, read_at) VALUES (?, ?, ?)
     ON CONFLICT (account) DO UPDATE SET value = excluded.value, read_at = excluded.read_at`,
    account,
    JSON.stringify(value),
    transaction.now,
  );
}

/** Takes a named right unless somebody holds it. A lease written in our future is not believed. */
export async function takeLease(
  transaction: SqlTransaction,
  name: string,
  holder: string,
  seconds: number,
): Promise<boolean> {
  const { now } = transaction;
  const taken = await transaction.run(
    `INSERT INTO lease (name, holder, until_at, touched_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until_at = excluded.until_at, touched_at = excluded.touched_at
     WHERE lease.until_at <= ? OR lease.touched_at > ? OR lease.holder = excluded.holder`,
    name,
    holder,
    now + Math.ceil(seconds * 1000),
    now,
    now,
    now,
  );
  return taken > 0;
}

/** Stops everything, a client or an account, and says so in the log. */
export async function storePause(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  { scope, by, reason }: Omit<Pause, 'at'>,
): Promise<void> {
  await transaction.run(
    `INSERT INTO pause (scope, at, set_by, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT (scope) DO UPDATE SET at = excluded.at, set_by = excluded.set_by, reason = excluded.reason`,
    scope,
    transaction.now,
    by,
    reason,
  );
  await appendLog(transaction, database, [
    { chain: chainOf(scope), event: 'paused', data: { scope, by, reason } },
  ]);
}

/** Lifts a pause. */
export async function liftPause(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  scope: string,
  by: string,
): Promise<void> {
  const lifted = await transaction.run(`DELETE FROM pause WHERE scope = ?`, scope);
  if (lifted === 0) return;
  await appendLog(transaction, database, [
    { chain: chainOf(scope), event: 'resumed', data: { scope, by } },
  ]);
}

/** Every pause in force. */
export async function readPauses(transaction: SqlTransaction): Promise<Pause[]> {
  return transaction.all<Pause>(
    `SELECT scope, at, set_by AS "by", reason FROM pause ORDER BY scope`,
  );
}

/** Posts that are out. */
export async function readPosts(
  transaction: SqlTransaction,
  { listed }: Pick<SqlDatabase, 'listed'>,
  { since = 0, publications }: PostFilter,
): Promise<PostRecord[]> {
  const theirs = publications ? `AND publication IN ${listed}` : '';
  const rows = await transaction.all<PostRow>(
    `SELECT publication, account, item, id, url, published_at FROM post
     WHERE withdrawn_at IS NULL AND published_at >= ? ${theirs} ORDER BY published_at, account, id`,
    since,
    ...(publications ? [JSON.stringify(publications)] : []),
  );
  return rows.map(toPost);
}

interface PostRow {
  readonly publication: string;
  readonly account: string;
  readonly item: number;
  readonly id: string;
  readonly url: string | null;
  readonly published_at: number;
}

function toPost({ url, published_at, ...post }: PostRow): PostRecord {
  return { ...post, ...(url === null ? {} : { url }), publishedAt: published_at };
}

/** An account's pauses stand among its posts. */
function chainOf(scope: string): string {
  return scope.startsWith('account:') ? scope.slice('account:'.length) : scope;
}
