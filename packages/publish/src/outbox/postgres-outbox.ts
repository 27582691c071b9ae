import { openPostgres } from './postgres-database.ts';
import { longSilence } from './postgres-silence.ts';
import type { OutboxStore } from './outbox.ts';
import { sqlOutbox } from './sql-outbox.ts';

/** How an outbox on PostgreSQL is kept. */
export interface PostgresOutboxOptions {
  /**
   * The schema that holds its tables; it is created when it does not exist.
   *
   * @defaultValue 'affiche'
   */
  readonly schema?: string;
  /**
   * How many connections a process opens at the most.
   *
   * @defaultValue 10
   */
  readonly connections?: number;
  /**
   * For how long it waits for a connection, in seconds.
   *
   * @defaultValue 30
   */
  readonly connectSeconds?: number;
  /**
   * After how long a silence in the middle of something a connection is given up, in seconds. What was
   * being stored is then unknown, as after a crash. Whoever waits for a lock is told so in half of it.
   *
   * @defaultValue 60
   */
  readonly answerSeconds?: number;
}

/**
 * An outbox on PostgreSQL: many machines share it, and every moment is the database's, so that a
 * worker with a wrong clock publishes neither early nor late. (A simulated clock goes before it.)
 * Tables and protocol are those of the embedded outbox; rows are locked one by one, so that workers do
 * not wait for each other.
 *
 * ```ts no-run
 * import { createPublisher, fileVault } from '@affiche/publish';
 * import { postgresOutbox } from '@affiche/publish/postgres';
 *
 * const publisher = createPublisher({
 *   platforms: [],
 *   outbox: postgresOutbox('postgresql://affiche@db.example/affiche'),
 *   vault: fileVault('credentials.json'),
 * });
 * ```
 *
 * @param url - A connection string; the password may come from the environment or a password file.
 */
export function postgresOutbox(
  url: string,
  {
    schema = 'affiche',
    connections = 10,
    connectSeconds = 30,
    answerSeconds = longSilence,
  }: PostgresOutboxOptions = {},
): OutboxStore {
  return {
    async open({ clock }) {
      return sqlOutbox(
        await openPostgres(url, { schema, connections, connectSeconds, answerSeconds, clock }),
      );
    },
  };
}
