import { StorageError } from '@affiche/core';
import type { Pool, PoolClient } from 'pg';
import { inSilence } from './postgres-silence.ts';
import { formatName, formatVersion, tables, upgradesFrom } from './schema.ts';

/** Makes the tables in a schema of their own, and refuses one that is not ours or is from the future. */
export async function createPostgresTables(pool: Pool, schema: string): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    // Two processes may start at once: only one of them creates the tables.
    await connection.query(`SELECT pg_advisory_xact_lock(hashtext('affiche-outbox-schema'))`);
    // Whoever has a schema of its own, or may only read, may not make one: not even one that exists.
    const known = await connection.query(`SELECT 1 WHERE to_regnamespace($1) IS NOT NULL`, [
      schema,
    ]);
    if (known.rowCount === 0) await connection.query(`CREATE SCHEMA "${schema}"`);
    const { rows } = await connection.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = $1`,
      [schema],
    );
    if (rows.length === 0) await create(connection);
    else
      await inspect(
        connection,
        schema,
        rows.map(({ name }) => name),
      );
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}

async function create(connection: PoolClient): Promise<void> {
  for (const sql of tables) await connection.query(sql);
  await connection.query(`INSERT INTO format VALUES ($1, $2)`, [formatName, formatVersion]);
  await connection.query(
    `CREATE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'the log is append-only'; END $$`,
  );
  await connection.query(
    `CREATE TRIGGER log_append_only BEFORE UPDATE OR DELETE ON log
     FOR EACH ROW EXECUTE FUNCTION refuse_log_change()`,
  );
}

async function inspect(
  connection: PoolClient,
  schema: string,
  names: readonly string[],
): Promise<void> {
  const format = names.includes('format')
    ? (await connection.query<{ name: string; version: number }>('SELECT * FROM format')).rows[0]
    : undefined;
  if (format?.name !== formatName) {
    throw new StorageError('not-an-outbox', {
      message: `The schema ${schema} has tables of another program`,
      hint: 'Choose another schema for the outbox. Nothing in it was changed.',
      details: { schema },
    });
  }
  if (format.version > formatVersion) {
    throw new StorageError('outbox-too-new', {
      message: `The outbox in ${schema} has format ${format.version}; this release reads up to ${formatVersion}`,
      hint: 'Update @affiche/publish. Nothing in it was changed.',
      details: { schema, version: format.version, supported: formatVersion },
    });
  }
  if (format.version === formatVersion) return;
  // However many rows there are: an index over them is made without a word.
  await inSilence(connection, async () => {
    for (const sql of upgradesFrom(format.version)) await connection.query(sql);
  });
  await connection.query('UPDATE format SET version = $1', [formatVersion]);
}
