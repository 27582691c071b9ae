/**
 * The outbox on PostgreSQL, for as many machines as there are. Needs the package `pg`.
 *
 * @module @affiche/publish/postgres
 */
export { moveToPostgres, type MovedRows } from './outbox/move-to-postgres.ts';
export { postgresOutbox, type PostgresOutboxOptions } from './outbox/postgres-outbox.ts';
