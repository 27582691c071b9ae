import { contentHash, Publication } from '@affiche/core';
import type { Edit, EditOutcome } from './outbox.ts';
import { dropPublication, isReplaceable, replacePublication } from './sql-changes.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import {
  type Approved,
  type AttemptRow,
  lockStanding,
  readApproved,
  type Standing,
  toAttempt,
} from './sql-entries.ts';
import { storeFact } from './sql-facts.ts';
import { appendLog, type LogLine } from './sql-log.ts';

/** Stores what a person asks for outside of a plan. */
export async function storeEdit(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  id: string,
  edit: Edit,
  by: string,
): Promise<EditOutcome> {
  const standing = await lockStanding(transaction, database.forUpdate, id);
  if (!standing) return 'missing';
  const row = { ...standing, ...(await readApproved(transaction, id)) };
  const log = (event: LogLine['event'], data: LogLine['data'] = {}) =>
    appendLog(transaction, database, [
      { chain: row.account, publication: id, event, data: { by, ...data } },
    ]);
  switch (edit.kind) {
    case 'cancel':
      return cancel(transaction, row, log);
    case 'reschedule':
      if (!(await isReplaceable(transaction, row))) return 'too-late';
      await move(transaction, row, edit);
      await log('rescheduled', { dueAt: edit.dueAt, previously: row.due_at });
      return 'done';
    case 'retime':
      return retime(transaction, row, edit, log);
    case 'confirm': {
      const attempt = await first<AttemptRow>(
        transaction,
        `SELECT * FROM attempt WHERE publication = ? AND outcome IS NULL`,
        id,
      );
      if (!attempt) return 'too-late';
      // Somebody works on it, and learns its real id.
      if (working.has(row.state) && (row.next_at ?? 0) > transaction.now) return 'in-doubt';
      await log('confirmed', { step: attempt.step });
      const stored = await storeFact(transaction, database, id, toAttempt(attempt), {
        kind: 'done',
        output: edit.output,
        evidence: { statement: `${by} looked and found the post` },
      });
      return stored === 'recorded' ? 'done' : 'too-late';
    }
    case 'retry':
    default:
      return retry(transaction, row, log);
  }
}

type Row = Standing & Approved;

const working: ReadonlySet<string> = new Set(['planned', 'publishing', 'rolling-back']);

type Log = (event: LogLine['event'], data?: LogLine['data']) => Promise<void>;

async function cancel(transaction: SqlTransaction, row: Standing, log: Log): Promise<EditOutcome> {
  if (row.state === 'cancelled') {
    return (await isReplaceable(transaction, row)) ? 'done' : 'in-doubt';
  }
  if (await isReplaceable(transaction, row)) {
    await dropPublication(transaction, row);
    await log('cancelled');
    return 'done';
  }
  if (row.state === 'parked') {
    // Whatever is in doubt stays in doubt: the log says so, and nothing more is sent.
    const out = await first(transaction, `SELECT id FROM post WHERE publication = ?`, row.id);
    await transaction.run(
      `UPDATE standing SET state = ?, note = ?, fence = fence + 1 WHERE id = ?`,
      out ? 'partial' : 'cancelled',
      'cancelled while nobody could tell whether it was out',
      row.id,
    );
    await log('cancelled', { inDoubt: true });
    return 'in-doubt';
  }
  if (row.state !== 'publishing') return 'too-late';
  await transaction.run(
    `UPDATE standing SET stop_requested = 1, next_at = CASE WHEN next_at IS NULL THEN ? ELSE next_at END, waits_for = NULL WHERE id = ?`,
    transaction.now,
    row.id,
  );
  await log('stop-requested');
  return 'stopping';
}

/** What was approved meanwhile must not be undone by whoever only wants another time. */
function move(
  transaction: SqlTransaction,
  { id, body }: Row,
  { at, dueAt, zoneData }: Extract<Edit, { kind: 'reschedule' }>,
): Promise<void> {
  const publication = Publication.parse({ ...JSON.parse(body), at });
  const hash = contentHash(publication);
  return replacePublication(transaction, id, { publication, hash, dueAt, zoneData });
}

async function retime(
  transaction: SqlTransaction,
  row: Row,
  { basis, dueAt, zoneData }: Extract<Edit, { kind: 'retime' }>,
  log: Log,
): Promise<EditOutcome> {
  if (row.revision !== basis) return 'too-late';
  await transaction.run(`UPDATE publication SET zone_data = ? WHERE id = ?`, zoneData, row.id);
  if (dueAt === row.due_at) return 'done';
  // Once a worker looked at it, its moment has come: the new one is too late.
  if (row.state !== 'planned' || row.next_at !== row.due_at) return 'too-late';
  await transaction.run(
    `UPDATE standing SET next_at = ?, place = ?, revision = revision + 1, fence = fence + 1 WHERE id = ?`,
    dueAt,
    dueAt,
    row.id,
  );
  await transaction.run(`UPDATE publication SET due_at = ? WHERE id = ?`, dueAt, row.id);
  await log('retimed', { dueAt, previously: row.due_at, zoneData });
  return 'done';
}

const retriable: ReadonlySet<string> = new Set([
  'parked',
  'failed',
  'missed',
  'partial',
  'cancelled',
]);

async function retry(transaction: SqlTransaction, row: Row, log: Log): Promise<EditOutcome> {
  if (!retriable.has(row.state)) return 'too-late';
  const inDoubt = await transaction.run(
    `UPDATE attempt SET outcome = 'abandoned' WHERE publication = ? AND outcome IS NULL`,
    row.id,
  );
  await transaction.run(
    `UPDATE step SET state = 'waiting' WHERE publication = ? AND state = 'armed'`,
    row.id,
  );
  const shown = await transaction.all<{ state: string }>(
    `SELECT state FROM step WHERE publication = ? AND state IN ('done', 'undone') AND visibility <> 'none'`,
    row.id,
  );
  const isOut = shown.some(({ state }) => state === 'done');
  // A thread of which some was taken back cannot go on: the rest is taken back, too.
  const goesOn = shown.some(({ state }) => state === 'undone') ? 'rolling-back' : 'publishing';
  await transaction.run(
    `UPDATE standing SET state = ?, next_at = ?, touched_at = ?, waits_for = NULL, late_for = 0, tries = 0, stop_requested = 0,
       note = NULL, fence = fence + 1 WHERE id = ?`,
    isOut ? goesOn : 'planned',
    // What was cancelled long before its time is not sent before it, either.
    Math.max(transaction.now, row.due_at),
    transaction.now,
    row.id,
  );
  await log('retry-requested', { inDoubt: inDoubt > 0 });
  return 'done';
}
