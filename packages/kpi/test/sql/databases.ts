import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { Client, types } from 'pg';
import { postgresDatabase } from '../../../publish/test/postgres-database.ts';

/** A row as `evaluate` takes it. */
export type Row = Record<string, unknown>;

/** A real database that answers statements with rows of plain numbers and words. */
export interface Database extends AsyncDisposable {
  read(sql: string): Promise<Row[]>;
}

/** DuckDB in this process. */
export async function duckdb(): Promise<Database> {
  const connection: DuckDBConnection = await (await DuckDBInstance.create()).connect();
  return {
    read: async (sql) =>
      (await connection.runAndReadAll(sql)).getRowObjectsJS().map((row) => plain(row)),
    [Symbol.asyncDispose]: async () => connection.closeSync(),
  };
}

/** A database of its own on PostgreSQL. */
export async function postgres(): Promise<Database> {
  const connectionString = await postgresDatabase();
  const client = new Client({ connectionString, types: { getTypeParser: parserOf } });
  await client.connect();
  return {
    read: async (sql) => (await client.query<Row>(sql)).rows,
    [Symbol.asyncDispose]: () => client.end(),
  };
}

// Integers of eight bytes come as text, because not all fit a double; ours do.
const parserOf: typeof types.getTypeParser = (oid, format) =>
  oid === types.builtins.INT8 ? Number : types.getTypeParser(oid, format);

function plain(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' ? Number(value) : value,
    ]),
  );
}
