import type { Clock } from '@affiche/core';
import type { OutboxStore } from './outbox.ts';
import { sqlOutbox } from './sql-outbox.ts';
import { openSqlite, type SqliteConnection } from './sqlite-database.ts';

/** How an embedded outbox is kept. */
export interface SqliteOutboxOptions {
  /**
   * How long a write waits for another process's, in seconds.
   *
   * @defaultValue 10
   */
  readonly busySeconds?: number;
  /**
   * The most that the file may grow to, in bytes; beyond, writes fail as on a full disk.
   *
   * @defaultValue as much as the disk has
   */
  readonly maxBytes?: number;
}

/**
 * An outbox in one SQLite file (or `:memory:`), for one machine. Several processes may share it.
 * The file survives `kill -9` and, because every commit is synced, a loss of power. Keep it on a
 * local disk: locks do not work over network file systems.
 *
 * ```ts
 * import { systemClock } from '@affiche/core';
 * import { sqliteOutbox } from '@affiche/publish';
 *
 * const outbox = await sqliteOutbox(':memory:').open({ clock: systemClock() });
 * const entries = await outbox.list({});
 * await outbox.close();
 * entries; // => []
 * ```
 */
export function sqliteOutbox(
  path: string,
  { busySeconds = 10, maxBytes }: SqliteOutboxOptions = {},
): OutboxStore {
  let connection: SqliteConnection | undefined;
  let users = 0;
  return {
    async open({ clock }: { readonly clock: Clock }) {
      connection ??= openSqlite(path, busySeconds, maxBytes);
      users += 1;
      return sqlOutbox(
        connection.database(clock, () => {
          users -= 1;
          // A database in memory lives as long as its store, so that a second publisher finds it.
          if (users > 0 || path === ':memory:') return;
          connection?.close();
          connection = undefined;
        }),
      );
    },
  };
}
