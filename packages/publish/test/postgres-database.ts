import { inject } from 'vitest';

/** The address of an empty database of one's own, on the PostgreSQL that all tests of a run share. */
export async function postgresDatabase(): Promise<string> {
  const answer = await fetch(inject('postgresBroker'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(`there is no PostgreSQL: ${text}`);
  return text;
}
