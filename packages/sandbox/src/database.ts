import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from 'node:sqlite';
import { StorageError } from '@affiche/core';

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, SQLOutputValue>>;

/** The one place where a sandbox keeps what it knows. */
export interface Database {
  /** Runs a statement; gives back how many rows it changed. */
  run(sql: string, ...values: readonly SQLInputValue[]): number;
  /** The first row, if any. */
  one(sql: string, ...values: readonly SQLInputValue[]): Row | undefined;
  all(sql: string, ...values: readonly SQLInputValue[]): Row[];
  /** All or nothing; inside another transaction too, which goes on either way. */
  transaction<Result>(work: () => Result): Result;
  close(): void;
}

const outer = ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'] as const;
const inner = ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part'] as const;

/** Opens a database file, or memory, and makes its tables. */
export function openDatabase(file: string | undefined, tables: string): Database {
  const path = file ?? ':memory:';
  let connection: DatabaseSync;
  try {
    connection = new DatabaseSync(path, { timeout: 5000 });
    // A commit reaches the operating system before it returns, so it survives the death of this process.
    connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    connection.exec(tables);
  } catch (cause) {
    throw new StorageError('sandbox-database', {
      message: `the sandbox cannot keep its state in ${path}`,
      hint: 'Give a file in a folder that exists and can be written to, or leave `file` out.',
      cause,
    });
  }
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>();
  const prepare = (sql: string) => {
    const known = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  let depth = 0;
  return {
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    one: (sql, ...values) => prepare(sql).get(...values),
    all: (sql, ...values) => prepare(sql).all(...values),
    transaction(work) {
      const [begin, commit, rollback] = depth === 0 ? outer : inner;
      connection.exec(begin);
      depth += 1;
      try {
        const result = work();
        connection.exec(commit);
        return result;
      } catch (error) {
        connection.exec(rollback);
        throw error;
      } finally {
        depth -= 1;
      }
    },
    close() {
      if (connection.isOpen) connection.close();
    },
  };
}
