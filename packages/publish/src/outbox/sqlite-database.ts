import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { type Clock, StorageError } from '@affiche/core';
import { formatName, formatVersion, tables, upgradesFrom } from './schema.ts';
import type { SqlDatabase, SqlTransaction, SqlValue } from './sql-database.ts';
import { storageError } from './sqlite-errors.ts';
import { oneByOne, takeTurns } from './sqlite-turns.ts';

/** An open file; each publisher looks at it through its own clock. */
export interface SqliteConnection {
  database(clock: Clock, onClose: () => void): SqlDatabase;
  close(): void;
}

/** Opens or creates the file, and refuses one that is not ours, is damaged or is from the future. */
export function openSqlite(path: string, busySeconds: number, maxBytes?: number): SqliteConnection {
  const connection = connect(path, busySeconds);
  if (maxBytes !== undefined) limitSize(connection, maxBytes);
  const statements = new Map<string, StatementSync>();
  const turns = path === ':memory:' ? oneByOne(connection) : takeTurns(connection, busySeconds);

  function prepare(sql: string): StatementSync {
    const known = statements.get(sql);
    if (known) return known;
    const statement = connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }

  async function transact<Result>(
    clock: Clock,
    work: (transaction: SqlTransaction) => Promise<Result>,
  ): Promise<Result> {
    return work({
      now: clock.now(),
      async all<Row>(sql: string, ...values: readonly SqlValue[]) {
        return prepare(sql).all(...values) as Row[];
      },
      async run(sql, ...values) {
        return Number(prepare(sql).run(...values).changes);
      },
      later(sql, ...values) {
        prepare(sql).run(...values);
      },
    });
  }

  /** Says in our own words what SQLite says. */
  function told<Result>(turn: Promise<Result>): Promise<Result> {
    return turn.catch((error: unknown) => {
      throw storageError(path, error);
    });
  }

  return {
    database: (clock, onClose) => ({
      forUpdate: '',
      listed: '(SELECT value FROM json_each(?))',
      platform: `substr(account, 1, instr(account, ':') - 1)`,
      write: (work, { lasting = true } = {}) =>
        told(
          turns.write({
            run: () => transact(clock, work),
            lasting,
            patient: clock.during === undefined,
          }),
        ),
      read: (work) => told(turns.read(() => transact(clock, work))),
      now: async () => clock.now(),
      async close() {
        await turns.idle();
        onClose();
      },
    }),
    close: () => connection.close(),
  };
}

function connect(path: string, busySeconds: number): DatabaseSync {
  let connection: DatabaseSync | undefined;
  try {
    connection = new DatabaseSync(path, { timeout: busySeconds * 1000 });
    inspect(connection, path);
    // An acknowledged write must survive a loss of power; at posting rates the sync costs nothing.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(connection);
    return connection;
  } catch (error) {
    connection?.close();
    throw storageError(path, error);
  }
}

function limitSize(connection: DatabaseSync, maxBytes: number): void {
  const pageBytes = Number(connection.prepare('PRAGMA page_size').get()?.['page_size']);
  connection.exec(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / pageBytes))}`);
}

/** Refuses a file that is not ours before anything in it is touched. */
function inspect(connection: DatabaseSync, path: string): void {
  const tables = tableNames(connection);
  if (tables.length === 0) return;
  if (!tables.includes('format')) throw foreign(path);
  const format = connection.prepare('SELECT name, version FROM format').get();
  if (format?.['name'] !== formatName) throw foreign(path);
  const version = Number(format['version']);
  if (version > formatVersion) {
    throw new StorageError('outbox-too-new', {
      message: `The outbox ${path} has format ${version}; this release reads up to ${formatVersion}`,
      hint: 'Update @affiche/publish. Nothing in the file was changed.',
      details: { path, version, supported: formatVersion },
    });
  }
}

/** Two processes may start at once: only one of them creates the tables, or brings them up to date. */
function migrate(connection: DatabaseSync): void {
  connection.exec('BEGIN IMMEDIATE');
  try {
    if (tableNames(connection).length === 0) create(connection);
    else upgrade(connection);
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.isTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function tableNames(connection: DatabaseSync): unknown[] {
  return connection
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table'`)
    .all()
    .map(({ name }) => name);
}

function create(connection: DatabaseSync): void {
  for (const sql of tables) connection.exec(strict(sql));
  connection.exec(`INSERT INTO format VALUES ('${formatName}', ${formatVersion})`);
  for (const verb of ['UPDATE', 'DELETE']) {
    connection.exec(
      `CREATE TRIGGER log_${verb.toLowerCase()} BEFORE ${verb} ON log BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END`,
    );
  }
}

function upgrade(connection: DatabaseSync): void {
  const version = Number(connection.prepare('SELECT version FROM format').get()?.['version']);
  if (version === formatVersion) return;
  for (const sql of upgradesFrom(version)) connection.exec(strict(sql));
  connection.exec(`UPDATE format SET version = ${formatVersion}`);
}

/** SQLite's strict tables know fewer names of types. */
function strict(sql: string): string {
  const known = sql.replaceAll('BIGINT', 'INTEGER').replaceAll('DOUBLE PRECISION', 'REAL');
  return known.startsWith('CREATE TABLE') ? `${known} STRICT` : known;
}

function foreign(path: string): StorageError {
  return new StorageError('not-an-outbox', {
    message: `${path} is a database of another program`,
    hint: 'Choose another path for the outbox. Nothing in the file was changed.',
    details: { path },
  });
}
