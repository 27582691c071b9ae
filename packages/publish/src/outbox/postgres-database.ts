import { type Clock, ConfigurationError, StorageError } from '@affiche/core';
import PQueue from 'p-queue';
import { Pool, type PoolClient, types } from 'pg';
import { standStill } from '../stand-still.ts';
import { postgresError } from './postgres-errors.ts';
import { openLine, type PostgresLine } from './postgres-line.ts';
import type { Wordings } from './postgres-rounds.ts';
import { createPostgresTables } from './postgres-schema.ts';
import { gatherSets, type InSets, type Outcome } from './postgres-sets.ts';
import { againstSilence, endSilence, inTurn } from './postgres-silence.ts';
import type { SqlDatabase, SqlTransaction, SqlValue } from './sql-database.ts';

const clockNow = 'SELECT floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint AS now';
// Writes hold this lock together; one that must be alone holds it by itself. The time is told after that.
const lockThen = (how: '' | '_shared', what: string) =>
  `${what} FROM pg_advisory_xact_lock${how}(hashtext('affiche-outbox'))`;

/** How a transaction begins, tells the time, and ends. */
interface Way {
  readonly begin: string;
  readonly clock: string;
  readonly end: 'COMMIT' | 'ROLLBACK';
  /** Whether the time is asked together with the first of the work. */
  readonly asksFirst?: boolean;
}

const reading: Way = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
  clock: clockNow,
  end: 'ROLLBACK',
};
const writing: Way = { begin: 'BEGIN', clock: lockThen('_shared', clockNow), end: 'COMMIT' };
const writingAlone: Way = { ...writing, clock: lockThen('', clockNow) };
// A set that waits for a row keeps many waiting: after a while each of them waits for itself. Row by
// row through an index is the one good plan for what a set says, and stays it when a table grows.
const forSets = Object.entries({
  lock_timeout: '250ms',
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
})
  .map(([name, value]) => `, set_config('${name}', '${value}', true)`)
  .join('');
const writingTogether: Way = {
  ...writing,
  clock: lockThen('_shared', clockNow + forSets),
};
const readingTogether: Way = { ...reading, clock: clockNow + forSets };

/** Opens a pool of connections, and makes the tables where there are none. */
export async function openPostgres(
  url: string,
  {
    schema,
    connections,
    connectSeconds,
    answerSeconds,
    clock,
  }: {
    readonly schema: string;
    readonly connections: number;
    readonly connectSeconds: number;
    readonly answerSeconds: number;
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
    options: `-c search_path=${schema} ${againstSilence(answerSeconds)}`,
    types: { getTypeParser },
    pipeline: true,
  });
  // A connection that breaks is replaced, and reported by the statement that waits for it; one
  // without a listener would end the process.
  pool.on('error', ignore);
  pool.on('connect', (connection) => {
    connection.on('error', ignore);
    endSilence(connection, answerSeconds);
  });

  // On simulated time the database's clock means nothing, and ours stands still while it works.
  const simulated = clock.during && (() => clock.now());

  // The pool counts to the time of connecting how long all connections are taken, while a plan of a
  // hundred thousand is stored: who waits for one waits here.
  const turns = new PQueue({ concurrency: connections });

  function converse<Result>(
    way: Way,
    work: (line: PostgresLine, now: () => number) => Promise<Result>,
  ): Promise<Outcome<Result>> {
    return turns.add(() => converseNow(way, work));
  }

  async function converseNow<Result>(
    { begin, clock: time, end, asksFirst = false }: Way,
    work: (line: PostgresLine, now: () => number) => Promise<Result>,
  ): Promise<Outcome<Result>> {
    let connection: PoolClient;
    try {
      connection = await pool.connect();
    } catch (error) {
      return { status: 'unknown', error };
    }
    let broken: Error | undefined;
    let line = openLine(connection);
    try {
      if (asksFirst) {
        // Whatever is wrong with it, the first answer tells.
        line.begin(begin, time).catch(ignore);
      } else {
        await inTurn(
          () => {
            const begun = line.begin(begin, time);
            line.flush();
            return begun;
          },
          async () => {
            await line.end('ROLLBACK');
            line = openLine(connection);
          },
        );
      }
      const result = await work(line, simulated ?? line.now);
      await line.end(end);
      return { status: 'ended', result };
    } catch (error) {
      await line.end('ROLLBACK').catch((failure: Error) => (broken = failure));
      return { status: broken ? 'unknown' : 'undone', error };
    } finally {
      connection.release(broken);
    }
  }

  async function transact<Result>(
    way: Way,
    work: (transaction: SqlTransaction) => Promise<Result>,
  ): Promise<Result> {
    const outcome = await standStill(clock, () =>
      converse(way, (line, now) => work(transactionOn(line, now()))),
    );
    if (outcome.status !== 'ended') throw postgresError(outcome.error);
    return outcome.result;
  }

  const sets = new Map<string, InSets>();
  const wordings: Wordings = new Map();

  function inSets(alike: string, way: Way, asksFirst = false): InSets {
    const known = sets.get(alike);
    if (known) return known;
    const together = { ...(way === writing ? writingTogether : readingTogether), asksFirst };
    const gathered = gatherSets(
      { shared: (work) => converse(together, work), alone: (work) => transact(way, work) },
      wordings,
    );
    sets.set(alike, gathered);
    return gathered;
  }

  const database: SqlDatabase = {
    forUpdate: ' FOR UPDATE',
    listed: '(SELECT json_array_elements_text(?::json))',
    platform: `split_part(account, ':', 1)`,
    write: (work, { alone = false, alike, asksFirst } = {}) =>
      alike === undefined
        ? transact(alone ? writingAlone : writing, work)
        : standStill(clock, () => inSets(alike, writing, asksFirst)(work)),
    read: (work, { alike, asksFirst } = {}) =>
      alike === undefined
        ? transact(reading, work)
        : standStill(clock, () => inSets(alike, reading, asksFirst)(work)),
    async now() {
      if (simulated) return simulated();
      const asked = turns.add(() => pool.query<{ now: number }>(clockNow));
      const result = await asked.catch((error: unknown) => {
        throw postgresError(error);
      });
      return result.rows[0]?.now ?? Number.NaN;
    },
    close: () => pool.end(),
  };
  try {
    await inTurn(() => createPostgresTables(pool, schema));
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
