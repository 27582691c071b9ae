/**
 * The outbox on PostgreSQL, for as many machines as there are. Needs the package `pg`.
 *
 * @module @affiche/publish/postgres
 */
export { postgresOutbox, type PostgresOutboxOptions } from './outbox/postgres-outbox.ts';
