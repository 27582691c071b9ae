import {
  type Json,
  type Publication,
  type Step,
  type StepOutput,
  StorageError,
} from '@affiche/core';
import type { Attempt, Entry, PublicationState, StepRecord } from './entry.ts';
import type { EntryFilter } from './outbox.ts';
import {
  first,
  placeholders,
  type SqlDatabase,
  type SqlTransaction,
  type SqlValue,
} from './sql-database.ts';

/** A row of the table `standing`: how far a publication is. */
export interface Standing {
  readonly id: string;
  readonly account: string;
  readonly client: string;
  readonly revision: number;
  readonly state: PublicationState;
  readonly priority: number;
  readonly next_at: number | null;
  readonly touched_at: number;
  readonly waits_for: string | null;
  readonly late_for: number;
  readonly fence: number;
  readonly tries: number;
  readonly stop_requested: number;
  readonly note: string | null;
}

/** What was approved of it: a row of the table `publication`. */
export interface Approved {
  readonly scope: string;
  readonly body: string;
  readonly hash: string;
  readonly due_at: number;
}

/** Both, as the rest of the package knows them. */
export function toEntry(row: Standing, { scope, body, hash, due_at }: Approved): Entry {
  return {
    publication: JSON.parse(body) as Publication,
    account: row.account,
    scope,
    hash,
    revision: row.revision,
    state: row.state,
    dueAt: due_at,
    ...(row.next_at === null ? {} : { nextAt: row.next_at }),
    ...(row.waits_for === null ? {} : { waitsFor: row.waits_for }),
    tries: row.tries,
    stopRequested: row.stop_requested > 0,
    ...(row.note === null ? {} : { note: row.note }),
  };
}

/** Reads how far a publication is, and locks it where several write at once. */
export function lockStanding(
  transaction: SqlTransaction,
  forUpdate: string,
  id: string,
): Promise<Standing | undefined> {
  return first(transaction, `SELECT * FROM standing WHERE id = ?${forUpdate}`, id);
}

/** Reads what was approved of a publication. */
export async function readApproved(transaction: SqlTransaction, id: string): Promise<Approved> {
  const row = await first<Approved>(
    transaction,
    `SELECT scope, body, hash, due_at FROM publication WHERE id = ?`,
    id,
  );
  if (!row) throw lostPublication(id);
  return row;
}

/** Nothing is ever deleted: what is known in part may have gone out long ago, and would do so twice. */
export function lostPublication(id: string): StorageError {
  return new StorageError('outbox-corrupt', {
    message: `The outbox lost the publication ${id}, of which traces are left`,
    hint: 'Restore it from a backup, then run recover().',
    details: { id },
  });
}

const everything = `publication JOIN standing ON standing.id = publication.id`;

/** Reads publications by id; unknown ids are left out. */
export async function findEntries(
  transaction: SqlTransaction,
  { listed }: Pick<SqlDatabase, 'listed'>,
  ids: readonly string[],
): Promise<Entry[]> {
  const rows = await transaction.all<Standing & (Approved | { readonly body: null })>(
    `SELECT standing.*, scope, body, hash, due_at FROM standing
     LEFT JOIN publication ON publication.id = standing.id WHERE standing.id IN ${listed}`,
    JSON.stringify(ids),
  );
  return rows.map((row) => {
    if (row.body === null) throw lostPublication(row.id);
    return toEntry(row, row);
  });
}

/** Reads the publications that pass the filter, by due time. */
export async function listEntries(
  transaction: SqlTransaction,
  filter: EntryFilter,
): Promise<Entry[]> {
  const limit = filter.limit === undefined ? '' : ` LIMIT ${Math.trunc(filter.limit)}`;
  const [where, ...values] = conditionsOf(filter);
  const rows = await transaction.all<Standing & Approved>(
    `SELECT standing.*, scope, body, hash, due_at FROM ${everything}
     WHERE ${where} ORDER BY due_at, publication.id${limit}`,
    ...values,
  );
  return rows.map((row) => toEntry(row, row));
}

/** Counts those that pass the filter, by state. */
export async function countEntries(
  transaction: SqlTransaction,
  filter: EntryFilter,
): Promise<Partial<Record<PublicationState, number>>> {
  const [where, ...values] = conditionsOf(filter);
  const rows = await transaction.all<{ state: PublicationState; count: number }>(
    `SELECT state, count(*) AS count FROM ${everything} WHERE ${where} GROUP BY state ORDER BY state`,
    ...values,
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

function conditionsOf(filter: EntryFilter): [where: string, ...values: SqlValue[]] {
  const conditions = ['1 = 1'];
  const values: SqlValue[] = [];
  const must = (condition: string, ...given: readonly (SqlValue | undefined)[]) => {
    if (!given.every((value) => value !== undefined)) return;
    conditions.push(condition);
    values.push(...given);
  };
  const { states, words, after } = filter;
  must('scope = ?', filter.scope);
  must('publication.account = ?', filter.account);
  must('publication.client = ?', filter.client);
  must('due_at >= ?', filter.from);
  must('due_at < ?', filter.to);
  must('zone_data <> ?', filter.zoneDataOtherThan);
  if (states) must(`state IN (${placeholders(states)})`, ...states);
  if (words) must(`words IN (${placeholders(words)})`, ...words);
  must('(due_at, publication.id) > (?, ?)', after?.dueAt, after?.id);
  return [conditions.join(' AND '), ...values];
}

interface StepRow {
  readonly id: string;
  readonly body: string;
  readonly state: StepRecord['state'];
  readonly checkpoint: string | null;
  readonly output: string | null;
}

/** A row of the table `attempt`. */
export interface AttemptRow {
  readonly step: string;
  readonly number: number;
  readonly sends: number;
  readonly looks: number;
  readonly armed_at: number;
  readonly server_armed_at: number | null;
  readonly outcome: string | null;
}

/** The row as the rest of the package knows it. */
export function toAttempt(row: AttemptRow): Attempt {
  const { step, number, sends, looks, armed_at, server_armed_at } = row;
  const byServer = server_armed_at === null ? {} : { serverArmedAt: server_armed_at };
  return { step, number, sends, looks, armedAt: armed_at, ...byServer };
}

/** Reads the frozen steps of a publication, in order, with their open attempts. */
export async function readSteps(transaction: SqlTransaction, id: string): Promise<StepRecord[]> {
  const [rows, open] = await Promise.all([
    transaction.all<StepRow>(
      `SELECT id, body, state, checkpoint, output FROM step WHERE publication = ? ORDER BY ordinal`,
      id,
    ),
    transaction.all<AttemptRow>(
      `SELECT * FROM attempt WHERE publication = ? AND outcome IS NULL`,
      id,
    ),
  ]);
  return rows.map((row) =>
    toStep(
      row,
      open.find(({ step }) => step === row.id),
    ),
  );
}

function toStep(row: StepRow, attempt: AttemptRow | undefined): StepRecord {
  return {
    step: JSON.parse(row.body) as Step,
    state: row.state,
    ...(row.checkpoint === null ? {} : { checkpoint: JSON.parse(row.checkpoint) as Json }),
    ...(row.output === null ? {} : { output: JSON.parse(row.output) as StepOutput }),
    ...(attempt === undefined ? {} : { attempt: toAttempt(attempt) }),
  };
}
