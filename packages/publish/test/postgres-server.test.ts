import { expect, it } from 'vitest';
import { embeddedPostgres } from './postgres-server.ts';

it('whoever started a PostgreSQL, and failed, ends as failed', async () => {
  const known = process.listeners('beforeExit');
  await embeddedPostgres();
  expect(process.listeners('beforeExit')).toEqual(known);
});
