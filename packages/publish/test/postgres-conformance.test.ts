import { simulatedClock } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import type { OutboxStore } from '@affiche/publish';
import { outboxConformance, platformConformance } from '@affiche/publish/conformance';
import { postgresOutbox } from '@affiche/publish/postgres';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';
import { emptySchema, postgresDatabase } from './postgres-database.ts';

// What SQLite is held to everywhere else, on a real PostgreSQL.
const database = await postgresDatabase();
const storeIn = (schema: string) => postgresOutbox(database, { schema, connections: 3 });

describe('an outbox on PostgreSQL', () => {
  const cases = outboxConformance(async (options) => {
    await emptySchema(database, 'cases');
    return storeIn('cases').open(options);
  });
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

// Every moment at which a process may die, for both adapters. Whoever dies leaves its connections to
// the next one: to open them anew each time is what would take longest.
const clock = simulatedClock({ start, automatic: true });
const shared = await storeIn('shared').open({ clock });
const sharedStore: OutboxStore = {
  open: async () => ({ ...shared, close: async () => undefined }),
};
afterAll(() => shared.close());
const atmosphere = await blueskySandbox({ clock });
const fediverse = await mastodonSandbox({ clock });
const baker = atmosphere.createAccount({ handle: 'bakery.test' });
const poster = fediverse.createAccount({ handle: 'bakery' });
afterAll(() => Promise.all([atmosphere.close(), fediverse.close()]));

describe.each([
  [bluesky(), baker, atmosphere],
  [mastodon(), poster, fediverse],
] as const)('$id on PostgreSQL', (platform, { id, credentials }, network) => {
  const cases = platformConformance(platform, {
    account: { platform: platform.id, id, host: network.host },
    credentials,
    clock,
    texts: async () => network.posts(id).map(({ text }) => text),
    outbox: () => sharedStore,
    ...(platform.authenticate && {
      expireTokens: () => network.faults.add({ on: '*', effect: 'expire-token' }),
    }),
  });
  // What an adapter compiles and how it writes a text is the same whatever keeps it.
  const kept = cases.filter(({ name }) => /^shows|^logs in/.test(name));
  it.each(kept)('$name', { timeout: 60_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
