import { simulatedClock } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { outboxConformance, platformConformance } from '@affiche/publish/conformance';
import { postgresOutbox } from '@affiche/publish/postgres';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { afterAll, describe, expect, it } from 'vitest';
import { start } from './bench.ts';
import { postgresServer } from './postgres-server.ts';

// What SQLite is held to everywhere else, on a real PostgreSQL.
const server = await postgresServer();
afterAll(() => server.remove(), 30_000);
const storeIn = (schema: string) => postgresOutbox(server.url, { schema, connections: 3 });

describe('an outbox on PostgreSQL', () => {
  let count = 0;
  const cases = outboxConformance((options) => storeIn(`case_${(count += 1)}`).open(options));
  it.each(cases)('$name', { timeout: 30_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

// Every moment at which a process may die, for both adapters.
const clock = simulatedClock({ start, automatic: true });
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
    outbox: () => storeIn(platform.id),
  });
  const deaths = cases.filter(({ name }) => /process dies|two runners/.test(name));
  it.each(deaths)('$name', { timeout: 60_000 }, async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});
