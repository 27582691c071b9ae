import { type Clock, ConfigurationError, StorageError } from '@affiche/core';
import { Pool, type PoolClient, types } from 'pg';
import { openLine, type PostgresLine } from './postgres-line.ts';
import { createPostgresTables } from './postgres-schema.ts';
import { postgresError } from './postgres-errors.ts';
import type { SqlDatabase, SqlTransaction, SqlValue } from './sql-database.ts';

const clockNow = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now';
// Writes hold this lock together; one that must be alone holds it by itself. The time is told after that.
const lockThenClock = (how: '' | '_shared') =>
  `${clockNow} FROM pg_advisory_xact_lock${how}(hashtext('affiche-outbox'))`;
const clockShared = lockThenClock('_shared');
const clockAlone = lockThenClock('');

/** Opens a pool of connections, and makes the tables where there are none. */
export async function openPostgres(
  url: string,
  {
    schema,
    connections,
    connectSeconds,
    clock,
  }: {
    readonly schema: string;
    readonly connections: number;
    readonly connectSeconds: number;
    readonly clock: Clock;
  },
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
    // A server that takes a call and says nothing would keep us waiting for ever.
    connectionTimeoutMillis: connectSeconds * 1000,
    keepAlive: true,
    options: `-c search_path=${schema}`,
    types: { getTypeParser },
    pipeline: true,
  });
  // A connection that breaks is replaced, and reported by the statement that waits for it; one
  // without a listener would end the process.
  pool.on('error', ignore);
  pool.on('connect', (connection) => connection.on('error', ignore));

  // On simulated time the database's clock means nothing, and ours stands still while it works.
  const simulated = clock.during && (() => clock.now());

  async function transact<Result>(
    begin: readonly [begin: string, clock: string],
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
    const line = openLine(connection);
    try {
      const now = await line.begin(...begin);
      const result = await work(transactionOn(line, simulated?.() ?? now));
      await line.end(end);
      return result;
    } catch (error) {
      await line.end('ROLLBACK').catch((failure: Error) => (broken = failure));
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
      standStill(['BEGIN', alone ? clockAlone : clockShared], 'COMMIT', work),
    read: (work) =>
      standStill(['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', clockNow], 'ROLLBACK', work),
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

function transactionOn(line: PostgresLine, now: number): SqlTransaction {
  return {
    now,
    async all<Row>(sql: string, ...values: readonly SqlValue[]) {
      return (await line.ask(sql, values)).rows as Row[];
    },
    async run(sql, ...values) {
      return (await line.ask(sql, values)).rowCount ?? 0;
    },
    later: (sql, ...values) => line.tell(sql, values),
  };
}

const bigint = 20;
const numeric = 1700;

/** Moments and counts stay far below 2^53: they are numbers here as they are with SQLite. */
function getTypeParser(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === bigint || oid === numeric
    ? Number
    : (types.getTypeParser(oid, format) as (value: string) => unknown);
}
