import { type Clock, ConfigurationError, StorageError } from '@affiche/core';
import { Pool, type PoolClient, types } from 'pg';
import { createPostgresTables } from './postgres-schema.ts';
import { postgresError } from './postgres-errors.ts';
import type { SqlDatabase, SqlTransaction, SqlValue } from './sql-database.ts';

const clockNow = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now';
// Writes hold this lock together; one that must be alone holds it by itself.
const writers = `hashtext('affiche-outbox')`;

/** Opens a pool of connections, and makes the tables where there are none. */
export async function openPostgres(
  url: string,
  {
    schema,
    connections,
    clock,
  }: { readonly schema: string; readonly connections: number; readonly clock: Clock },
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

  // On simulated time the database's clock means nothing, and ours stands still while it works.
  const simulated = clock.during && (() => clock.now());

  async function transact<Result>(
    begin: string,
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
      const now = await beginOn(connection, begin);
      const result = await work(transactionOn(connection, simulated?.() ?? now));
      await connection.query(end);
      return result;
    } catch (error) {
      await connection.query('ROLLBACK').catch((failure: Error) => (broken = failure));
      throw postgresError(error);
    } finally {
      connection.release(broken);
    }
  }

  const standStill: typeof transact = (...given) =>
    clock.during ? clock.during(() => transact(...given)) : transact(...given);

  const database: SqlDatabase = {
    forUpdate: ' FOR UPDATE',
    write: (work, { alone = false } = {}) =>
      standStill(
        `BEGIN; SELECT pg_advisory_xact_lock${alone ? '' : '_shared'}(${writers})`,
        'COMMIT',
        work,
      ),
    read: (work) => standStill('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', 'ROLLBACK', work),
    async now() {
      if (simulated) return simulated();
      const result = await pool.query<{ now: number }>(clockNow).catch((error: unknown) => {
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

/** Begins and asks for the time on one way there and back. */
async function beginOn(connection: PoolClient, begin: string): Promise<number> {
  const results: unknown = await connection.query(`${begin}; ${clockNow}`);
  const last = (results as readonly { readonly rows: readonly { readonly now: number }[] }[]).at(
    -1,
  );
  return last?.rows[0]?.now ?? Number.NaN;
}

function transactionOn(connection: PoolClient, now: number): SqlTransaction {
  return {
    now,
    async all<Row>(sql: string, ...values: readonly SqlValue[]) {
      const result = await connection.query({ ...prepared(sql), values: [...values] });
      return result.rows as Row[];
    },
    async run(sql, ...values) {
      const result = await connection.query({ ...prepared(sql), values: [...values] });
      return result.rowCount ?? 0;
    },
  };
}

interface Prepared {
  readonly text: string;
  /** By this name a connection remembers how it means to run the statement. */
  readonly name?: string;
}

const statements = new Map<string, Prepared>();
/** Lists of values make ever new statements: those are not worth remembering. */
const mostRemembered = 200;

/** PostgreSQL numbers its placeholders. */
function prepared(sql: string): Prepared {
  const known = statements.get(sql);
  if (known) return known;
  let count = 0;
  const text = sql.replaceAll('?', () => `$${(count += 1)}`);
  if (statements.size >= mostRemembered) return { text };
  const statement = { text, name: `affiche-${statements.size}` };
  statements.set(sql, statement);
  return statement;
}

const bigint = 20;
const numeric = 1700;

/** Moments and counts stay far below 2^53: they are numbers here as they are with SQLite. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === bigint || oid === numeric
    ? Number
    : (types.getTypeParser(oid, format) as (value: string) => unknown);
}
