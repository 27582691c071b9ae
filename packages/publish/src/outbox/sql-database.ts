/** What a column holds. Moments are milliseconds since the epoch, documents are JSON text. */
export type SqlValue = string | number | null;

/** A transaction under way. Statements use `?`; implementations translate it. */
export interface SqlTransaction {
  /**
   * The time of this transaction on the store's own clock, in milliseconds since the epoch. A work that
   * `asksFirst` is told with its first answer.
   */
  readonly now: number;
  all<Row>(sql: string, ...values: readonly SqlValue[]): Promise<Row[]>;
  /** Runs a statement and tells how many rows it changed. */
  run(sql: string, ...values: readonly SqlValue[]): Promise<number>;
  /**
   * Runs a statement, in its turn, of which nobody waits to hear: it may leave together with the next
   * one. When it fails, the transaction does.
   */
  later(sql: string, ...values: readonly SqlValue[]): void;
}

/**
 * The little that the outbox needs of an SQL database. Whoever implements it has an outbox:
 * the tables and the protocol are shared.
 */
export interface SqlDatabase {
  /** Appended to reads of rows that are about to be written: empty where one writer runs at a time. */
  readonly forUpdate: '' | ' FOR UPDATE';
  /**
   * The texts of a list that is given as JSON, in one placeholder: databases bound the number of those.
   */
  readonly listed: string;
  /** The network of an account, which is what comes before the colon. */
  readonly platform: string;
  /**
   * All or nothing, durable when it resolves. With `alone` no other write runs meanwhile, not even on
   * other rows. With `lasting: false` a loss of power that ends every client as well may undo it; any
   * other death may not. Works that are `alike` may share a transaction, and such a work may be run
   * again after it was undone; any other must not be repeated by the implementation. They lock rows
   * that others may write before they write them, all in one order.
   */
  write<Result>(
    work: (transaction: SqlTransaction) => Promise<Result>,
    options?: {
      readonly alone?: boolean;
      readonly lasting?: boolean;
      /** The name of what is done. */
      readonly alike?: string;
      /** Whether it reads something before it needs to know the time: then that is one way less. */
      readonly asksFirst?: boolean;
    },
  ): Promise<Result>;
  /** Reads one state of the database, and together with others that are `alike`. */
  read<Result>(
    work: (transaction: SqlTransaction) => Promise<Result>,
    options?: { readonly alike?: string; readonly asksFirst?: boolean },
  ): Promise<Result>;
  now(): Promise<number>;
  close(): Promise<void>;
}

/** The first row, if any. */
export async function first<Row>(
  transaction: SqlTransaction,
  sql: string,
  ...values: readonly SqlValue[]
): Promise<Row | undefined> {
  const [row] = await transaction.all<Row>(sql, ...values);
  return row;
}

/** As many placeholders as there are values: `?, ?, ?`; PostgreSQL knows no empty list. */
export function placeholders(values: readonly unknown[]): string {
  if (values.length === 0) return 'NULL';
  return values.map(() => '?').join(', ');
}
