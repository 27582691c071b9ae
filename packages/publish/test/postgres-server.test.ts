import { expect, it } from 'vitest';
import { embeddedPostgres } from './postgres-server.ts';

it('whoever started a PostgreSQL ends as it would have ended without', async () => {
  const known = [process.listeners('beforeExit'), process.listeners('exit')];
  await embeddedPostgres();
  expect([process.listeners('beforeExit'), process.listeners('exit')]).toEqual(known);
});
