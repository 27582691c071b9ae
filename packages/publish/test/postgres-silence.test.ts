import { type AnyPlatform, systemClock } from '@affiche/core';
import { findBrokenLogEntry } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';
import { postgresDatabase } from './postgres-database.ts';
import { postgresProxy } from './postgres-proxy.ts';

// A firewall that drops packets, a server that stands still: nobody says that anything is wrong.
let database: string;
let proxy: Awaited<ReturnType<typeof postgresProxy>>;
beforeAll(async () => {
  database = await postgresDatabase();
  proxy = await postgresProxy(database);
}, 60_000);
afterAll(() => proxy.close());

const hastily = (url: string, answerSeconds = 0.2, connectSeconds = 30) =>
  postgresOutbox(url, { connections: 2, answerSeconds, connectSeconds });

/** How much more the client says before all is silent, and what is lost from then on. */
const silences = [0, 2, 3].flatMap(
  (after) => [[after, 'answers'] as const, [after, 'everything'] as const] as const,
);

it('gives a silent server up in time: whatever it kept, each post is out once', async () => {
  const { open, adapter, network } = bench({}, {}, { outbox: postgresOutbox(database) });
  const steady = open();
  for (const [after, lost] of silences) {
    await approve(steady, [publication(`${after}-${lost}`)]);
    const platform: AnyPlatform = {
      ...adapter,
      run(...given) {
        proxy.fallSilent(after, lost);
        return adapter.run(...given);
      },
    };
    const hasty = open({ platforms: [platform], outbox: hastily(proxy.url) });
    await expect(hasty.run()).rejects.toMatchObject({
      code: 'outbox-unreachable',
      message: expect.stringContaining('said nothing for 0.2 seconds'),
    });
    await hasty.close();
    await steady.recover();
    await steady.run();
  }
  const intents = network.posts.map(({ intent }) => intent);
  expect(intents.toSorted()).toEqual(silences.map(([after, lost]) => `${after}-${lost}/0`));
  expect((await steady.status()).counts.published).toBe(silences.length);
  expect(findBrokenLogEntry(await steady.history())).toBeUndefined();
  await steady.close();
}, 30_000);

it('closes although the server says nothing, and waits for one who is only busy', async () => {
  const outbox = await hastily(proxy.url, 1, 0.9).open({ clock: systemClock() });
  const other = new Client({ connectionString: database });
  await other.connect();
  await other.query(`SELECT pg_advisory_lock(hashtext('affiche-outbox'))`);
  // More than there are connections: to wait for one of those is no fault of the server either.
  const pausing = ['*', 'client:baker', 'client:butcher'].map((scope) =>
    outbox.pause({ scope, by: 'Ana', reason: 'a crisis' }),
  );
  const begun = new Set<string>();
  while (begun.size < 5) {
    const { rows } = await other.query<{ at: string }>(
      `SELECT xact_start::text AS at FROM pg_stat_activity
       WHERE wait_event = 'advisory' AND datname = current_database()`,
    );
    for (const { at } of rows) begun.add(at);
    await systemClock().sleep(0.01);
  }
  await other.end();
  await Promise.all(pausing);
  expect(await outbox.pauses()).toHaveLength(3);
  proxy.fallSilent(0, 'everything');
  await outbox.close();
});
