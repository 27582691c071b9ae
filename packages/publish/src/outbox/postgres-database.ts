import { ConfigurationError, StorageError } from '@affiche/core';
import { Pool, type PoolClient, types } from 'pg';
import { createPostgresTables } from './postgres-schema.ts';
import { postgresError } from './postgres-errors.ts';
import type { SqlDatabase, SqlTransaction, SqlValue } from './sql-database.ts';

const clock = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now';
// Writes hold this lock together; one that must be alone holds it by itself.
const writers = `hashtext('affiche-outbox')`;

/** Opens a pool of connections, and makes the tables where there are none. */
export async function openPostgres(
  url: string,
  { schema, connections }: { readonly schema: string; readonly connections: number },
): Promise<SqlDatabase> {
  if (!/^[a-z_][a-z0-9_]*$/.test(schema)) {
    throw new ConfigurationError('invalid-schema', {
      message: `"${schema}" is no name for a schema`,
      hint: 'Use lower-case letters, digits and underscores.',
    });
  }
  const pool = new Pool({
    connectionString: url,
    max: connections,
    options: `-c search_path=${schema}`,
    types: { getTypeParser },
  });
  // A connection that breaks is replaced, and reported by the statement that waits for it; one
  // without a listener would end the process.
  pool.on('error', ignore);
  pool.on('connect', (connection) => connection.on('error', ignore));

  async function transact<Result>(
    begin: readonly string[],
    end: 'COMMIT' | 'ROLLBACK',
    work: (transaction: SqlTransaction) => Promise<Result>,
  ): Promise<Result> {
    let connection: PoolClient;
    try {
      connection = await pool.connect();
    } catch (error) {
      throw postgresError(error);
    }
    let broken: Error | undefined;
    try {
      for (const statement of begin) await connection.query(statement);
      const result = await work(await transactionOn(connection));
      await connection.query(end);
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw postgresError(error);
    } finally {
      connection.release(broken);
    }
  }

  const database: SqlDatabase = {
    forUpdate: ' FOR UPDATE',
    write: (work, { alone = false } = {}) =>
      transact(
        ['BEGIN', `SELECT pg_advisory_xact_lock${alone ? '' : '_shared'}(${writers})`],
        'COMMIT',
        work,
      ),
    read: (work) => transact(['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY'], 'ROLLBACK', work),
    async now() {
      const result = await pool.query<{ now: number }>(clock).catch((error: unknown) => {
        throw postgresError(error);
      });
      return result.rows[0]?.now ?? Number.NaN;
    },
    close: () => pool.end(),
  };
  try {
    await createPostgresTables(pool, schema);
    return database;
  } catch (error) {
    await pool.end();
    throw error instanceof StorageError ? error : postgresError(error);
  }
}

function ignore(): void {
  // Heard, and left to whoever waits.
}

async function transactionOn(connection: PoolClient): Promise<SqlTransaction> {
  const { rows } = await connection.query<{ now: number }>(clock);
  return {
    now: rows[0]?.now ?? Number.NaN,
    async all<Row>(sql: string, ...values: readonly SqlValue[]) {
      const result = await connection.query(numbered(sql), [...values]);
      return result.rows as Row[];
    },
    async run(sql, ...values) {
      const result = await connection.query(numbered(sql), [...values]);
      return result.rowCount ?? 0;
    },
  };
}

/** PostgreSQL numbers its placeholders. */
function numbered(sql: string): string {
  let count = 0;
  return sql.replaceAll('?', () => `$${(count += 1)}`);
}

const bigint = 20;
const numeric = 1700;

/** Moments and counts stay far below 2^53: they are numbers here as they are with SQLite. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === bigint || oid === numeric
    ? Number
    : (types.getTypeParser(oid, format) as (value: string) => unknown);
}
