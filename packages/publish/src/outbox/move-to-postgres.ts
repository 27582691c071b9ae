import { DatabaseSync } from 'node:sqlite';
import { StorageError, systemClock } from '@affiche/core';
import { Client } from 'pg';
import { postgresError } from './postgres-errors.ts';
import { postgresOutbox, type PostgresOutboxOptions } from './postgres-outbox.ts';
import { endSilence, longSilence } from './postgres-silence.ts';
import { tables } from './schema.ts';
import { sqliteOutbox } from './sqlite-outbox.ts';
import { storable } from './storable-text.ts';

/** How many rows of each table were moved. */
export type MovedRows = Readonly<Record<string, number>>;

/** PostgreSQL takes at most 65,535 parameters a statement. */
const parametersPerStatement = 30_000;

/**
 * Moves an embedded outbox to PostgreSQL: everything that is pending, in doubt or out, budgets and
 * the sealed log. The file is paused for good first, so that a worker that still has it open sends
 * nothing more; what such a worker was sending is looked for from PostgreSQL like after a crash.
 * Moving into an outbox that has anything in it is refused.
 *
 * ```ts no-run
 * import { moveToPostgres } from '@affiche/publish/postgres';
 *
 * await moveToPostgres('affiche.db', 'postgresql://affiche@db.example/affiche');
 * ```
 *
 * @throws StorageError `outbox-not-empty` when the target has publications already.
 */
export async function moveToPostgres(
  file: string,
  url: string,
  options: PostgresOutboxOptions = {},
): Promise<MovedRows> {
  const { schema = 'affiche', answerSeconds = longSilence } = options;
  const clock = systemClock();
  const target = await postgresOutbox(url, options).open({ clock });
  const source = await sqliteOutbox(file).open({ clock });
  try {
    if ((await target.list({})).length > 0) {
      throw new StorageError('outbox-not-empty', {
        message: `The outbox in ${schema} has publications already`,
        hint: 'Move into a schema of its own.',
        details: { schema },
      });
    }
    const reason = 'this outbox was moved to PostgreSQL';
    await source.pause({ scope: '*', by: 'moveToPostgres', reason });
  } finally {
    await source.close();
    await target.close();
  }
  return copy(file, url, { schema, answerSeconds });
}

async function copy(
  file: string,
  url: string,
  { schema, answerSeconds }: Required<Pick<PostgresOutboxOptions, 'schema' | 'answerSeconds'>>,
): Promise<MovedRows> {
  const from = new DatabaseSync(file, { readOnly: true });
  const to = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  const moved: Record<string, number> = {};
  try {
    await to.connect();
    endSilence(to, answerSeconds);
    await to.query('BEGIN');
    // All tables as of one moment: a worker that still has the file open may store what it was sending.
    from.exec('BEGIN');
    for (const table of tableNames()) {
      moved[table] = await copyTable(from, to, table);
    }
    await to.query('COMMIT');
    return moved;
  } catch (error) {
    throw postgresError(error);
  } finally {
    from.close();
    await to.end();
  }
}

async function copyTable(from: DatabaseSync, to: Client, table: string): Promise<number> {
  const statement = from.prepare(`SELECT * FROM ${table}`);
  const columns = statement.columns().map(({ name }) => name);
  const perBatch = Math.floor(parametersPerStatement / columns.length);
  let rows = 0;
  let batch: unknown[][] = [];
  const send = async () => {
    if (batch.length === 0) return;
    const values = batch.map(
      (_, row) =>
        `(${columns.map((_name, column) => `$${row * columns.length + column + 1}`).join(', ')})`,
    );
    await to.query(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values.join(', ')}`,
      batch.flat(),
    );
    rows += batch.length;
    batch = [];
  };
  for (const row of statement.iterate()) {
    // The pause that keeps the old file silent stays there.
    if (table === 'pause' && row['set_by'] === 'moveToPostgres') continue;
    batch.push(columns.map((column) => storable(row[column])));
    if (batch.length >= perBatch) await send();
  }
  await send();
  return rows;
}

/** Every table but the one that says what the outbox is. */
function tableNames(): string[] {
  return tables
    .flatMap((sql) => /^CREATE TABLE (\w+)/.exec(sql)?.[1] ?? [])
    .filter((name) => name !== 'format');
}
