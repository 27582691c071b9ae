import { accountKey, canonicalJson, type Publication } from '@affiche/core';
import { wordsOf } from '../text/words.ts';
import type { Approval, Change } from './outbox.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { lockStanding, lostPublication, type Standing } from './sql-entries.ts';
import { appendLog, type LogLine } from './sql-log.ts';

/** The order of urgency, as it is stored. */
export const ranks = { urgent: 0, normal: 1, low: 2 } as const;

const replaceable: ReadonlySet<string> = new Set(['planned', 'missed', 'failed', 'cancelled']);

/** Whether nothing of a publication is out, on its way or in doubt, so that it may be replaced. */
export async function isReplaceable(
  transaction: SqlTransaction,
  { id, state }: Standing,
): Promise<boolean> {
  if (!replaceable.has(state)) return false;
  const inDoubt = await first(
    transaction,
    `SELECT step FROM attempt WHERE publication = ? AND outcome IS NULL
       AND step IN (SELECT id FROM step WHERE publication = ? AND visibility <> 'none')`,
    id,
    id,
  );
  return inDoubt === undefined;
}

/** A plan was made against a publication that has changed since. */
export class StalePlan extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`publication ${id} changed after the plan was made`);
    this.id = id;
  }
}

/** Makes every change of an approved plan within one transaction. */
export async function applyChanges(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate' | 'listed'>,
  changes: readonly Change[],
  approval: Approval,
): Promise<void> {
  const lines: LogLine[] = [];
  const told = await findTold(transaction, database, changes);
  for (const change of changes) {
    const id = change.kind === 'cancel' ? change.id : change.publication.id;
    const row = await lockStanding(transaction, database.forUpdate, id);
    if ((row?.revision ?? 0) !== change.basis) throw new StalePlan(id);
    if (row && !(await isReplaceable(transaction, row))) throw new StalePlan(id);
    if (!row && told.has(id)) throw lostPublication(id);
    const data = { approvedBy: approval.approvedBy, plan: approval.plan };
    if (change.kind === 'cancel') {
      if (!row) continue;
      await dropPublication(transaction, row);
      lines.push({ chain: row.account, publication: id, event: 'cancelled', data });
      continue;
    }
    const { publication, hash, dueAt, scope } = change;
    const stored = { publication, hash, dueAt, zoneData: approval.zoneData };
    if (row) await replacePublication(transaction, id, stored);
    else insertPublication(transaction, scope, stored);
    const { client = '' } = publication.account;
    lines.push({
      chain: accountKey(publication.account),
      publication: id,
      event: row ? 'changed' : 'planned',
      data: { ...data, client, hash, dueAt, revision: change.basis + 1 },
    });
  }
  await appendLog(transaction, database, lines);
}

/** The publications that a plan would create, and of which the log tells already. */
async function findTold(
  transaction: SqlTransaction,
  { listed }: Pick<SqlDatabase, 'listed'>,
  changes: readonly Change[],
): Promise<ReadonlySet<string>> {
  const created = changes.flatMap((each) => (each.kind === 'create' ? each.publication.id : []));
  const rows = await transaction.all<{ id: string }>(
    `SELECT DISTINCT publication AS id FROM log WHERE publication IN ${listed}`,
    JSON.stringify(created),
  );
  return new Set(rows.map(({ id }) => id));
}

interface StoredPublication {
  readonly publication: Publication;
  readonly hash: string;
  readonly dueAt: number;
  readonly zoneData: string;
}

function insertPublication(
  transaction: SqlTransaction,
  scope: string,
  { publication, hash, dueAt, zoneData }: StoredPublication,
): void {
  const account = accountKey(publication.account);
  const { client = '' } = publication.account;
  transaction.later(
    `INSERT INTO publication (id, account, client, scope, body, hash, due_at, zone_data, words)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    publication.id,
    account,
    client,
    scope,
    canonicalJson(publication),
    hash,
    dueAt,
    zoneData,
    wordsOf(publication)[0] ?? null,
  );
  transaction.later(
    `INSERT INTO standing (id, account, client, revision, state, priority, place, next_at, touched_at, waits_for,
       late_for, fence, tries, stop_requested, note)
     VALUES (?, ?, ?, 1, 'planned', ?, ?, ?, 0, NULL, 0, 0, 0, 0, NULL)`,
    publication.id,
    account,
    client,
    ranks[publication.priority],
    dueAt,
    dueAt,
  );
}

/** Puts another content or time in the place of one of which nothing is out. */
export async function replacePublication(
  transaction: SqlTransaction,
  id: string,
  { publication, hash, dueAt, zoneData }: StoredPublication,
): Promise<void> {
  await thaw(transaction, id);
  const account = accountKey(publication.account);
  const { client = '' } = publication.account;
  await transaction.run(
    `UPDATE publication SET body = ?, hash = ?, account = ?, client = ?, due_at = ?, zone_data = ?, words = ? WHERE id = ?`,
    canonicalJson(publication),
    hash,
    account,
    client,
    dueAt,
    zoneData,
    wordsOf(publication)[0] ?? null,
    id,
  );
  await transaction.run(
    `UPDATE standing SET account = ?, client = ?, priority = ?, place = ?, next_at = ?, touched_at = 0,
       waits_for = NULL, late_for = 0, state = 'planned', tries = 0, stop_requested = 0, note = NULL,
       revision = revision + 1, fence = fence + 1
     WHERE id = ?`,
    account,
    client,
    ranks[publication.priority],
    dueAt,
    dueAt,
    id,
  );
}

/** Cancels one of which nothing is out: whoever holds a claim cannot arm it any more. */
export async function dropPublication(
  transaction: SqlTransaction,
  { id }: Pick<Standing, 'id'>,
): Promise<void> {
  await transaction.run(
    `UPDATE standing SET state = 'cancelled', next_at = NULL, waits_for = NULL, note = NULL,
       revision = revision + 1, fence = fence + 1 WHERE id = ?`,
    id,
  );
}

/** Forgets the compiled steps, none of which showed anything. */
async function thaw(transaction: SqlTransaction, id: string): Promise<void> {
  await transaction.run(
    `UPDATE attempt SET outcome = 'abandoned' WHERE publication = ? AND outcome IS NULL`,
    id,
  );
  await transaction.run(`DELETE FROM step WHERE publication = ?`, id);
}
