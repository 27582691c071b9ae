import { Client } from 'pg';
import { inject } from 'vitest';

/** The address of an empty database of one's own, on the PostgreSQL that all tests of a run share. */
export async function postgresDatabase(): Promise<string> {
  const answer = await fetch(inject('postgresBroker'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`there is no PostgreSQL: ${text}`);
  return text;
}

/** Empties all tables, which is quicker than making new ones; what guards the log looks away. */
export async function emptySchema(database: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = $1 AND tablename <> 'format'`,
    [schema],
  );
  const deletions = rows.map(({ name }) => `DELETE FROM ${schema}.${name}`);
  await client.query(['SET session_replication_role = replica', ...deletions].join('; '));
  await client.end();
}
