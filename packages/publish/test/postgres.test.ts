import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, instant, seededRandom, systemClock, wallTimeAt } from '@affiche/core';
import {
  countChanges,
  createPublisher,
  findBrokenLogEntry,
  memoryVault,
  sqliteOutbox,
} from '@affiche/publish';
import { moveToPostgres, postgresOutbox } from '@affiche/publish/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';
import { loopbackNetwork } from './loopback-network.ts';
import { loopbackPlatform } from './loopback-platform.ts';
import { postgresDatabase } from './postgres-database.ts';
import { postgresServer } from './postgres-server.ts';

// A real PostgreSQL, real worker processes, a real network on loopback.
let database: string;
let network: Awaited<ReturnType<typeof loopbackNetwork>>;

beforeAll(async () => {
  [database, network] = await Promise.all([postgresDatabase(), loopbackNetwork()]);
}, 60_000);
afterAll(() => network.close());

const publisherIn = (schema: string, clock?: Clock, url = network.url, address = database) =>
  createPublisher({
    platforms: [loopbackPlatform(url)],
    outbox: postgresOutbox(address, { schema }),
    vault: memoryVault(),
    pollSeconds: 0.2,
    ...(clock ? { clock } : {}),
  });

/** Publications of several accounts that were due a moment ago. */
function due(prefix: string, count: number, accounts = 6, at = Date.now() - 1000) {
  return Array.from({ length: count }, (_, index) => ({
    ...publication(`${prefix}-${index}`, { misfire: { policy: 'fire-once' } }),
    at: wallTimeAt(instant(at), 'Europe/Paris'),
    account: { platform: 'loopback', id: `${prefix}-account-${index % accounts}` },
  }));
}

const keysOf = (prefix: string) =>
  network.posts
    .map(({ key }) => key)
    .filter((key) => key.startsWith(prefix))
    .toSorted();

function startWorker(schema: string): ChildProcess {
  const script = new URL('./postgres-worker.ts', import.meta.url).pathname;
  return spawn(
    process.execPath,
    ['--conditions=@affiche/source', script, database, schema, network.url],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
}

const open = (url: string, schema = 'affiche') =>
  postgresOutbox(url, { schema }).open({ clock: systemClock() });

describe('the outbox on PostgreSQL', () => {
  // Beside each other: each waits most of the time.
  it.concurrent(
    'publishes, explains and seals its log as the embedded one does',
    { timeout: 30_000 },
    async () => {
      const publisher = publisherIn('single');
      const publications = due('single', 12);
      await approve(publisher, publications);
      await publisher.run();
      expect(keysOf('single')).toEqual(publications.map(({ id }) => id).toSorted());
      expect((await publisher.status()).counts.published).toBe(12);
      expect(await publisher.explain('single-3')).toMatch(/published/);
      expect(findBrokenLogEntry(await publisher.history())).toBeUndefined();
      await publisher.close();
    },
  );

  it.concurrent(
    'lets three workers share the work, and survives the death of each',
    { timeout: 90_000 },
    async () => {
      const publisher = publisherIn('shared');
      const publications = due('shared', 60, 12);
      await approve(publisher, publications);
      const random = seededRandom('workers');
      const workers = Array.from({ length: 3 }, () => startWorker('shared'));
      await Promise.all(workers.map((worker) => once(worker.stdout!, 'data')));
      await network.arrival('shared');
      await systemClock().sleep(random() * 0.2);
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(workers.map((worker) => once(worker, 'exit')));
      await publisher.run();
      expect(keysOf('shared')).toEqual(publications.map(({ id }) => id).toSorted());
      expect((await publisher.status()).counts.published).toBe(60);
      expect(findBrokenLogEntry(await publisher.history())).toBeUndefined();
      await publisher.close();
    },
  );

  it.concurrent(
    'loses and doubles nothing when the database is killed with all its processes',
    { timeout: 90_000 },
    async () => {
      const server = await postgresServer();
      const slow = await loopbackNetwork({ latencySeconds: 0.1 });
      const publisher = publisherIn('restarted', undefined, slow.url, server.url);
      const publications = due('restarted', 24, 6);
      await approve(publisher, publications);
      const running = publisher.run().catch((error: unknown) => error);
      await slow.arrival('restarted');
      await server.kill();
      const failure = await running;
      await server.start();
      expect(failure).toMatchObject({ code: 'outbox-unreachable' });
      await publisher.close();
      const again = publisherIn('restarted', undefined, slow.url, server.url);
      await again.run();
      const keys = slow.posts.map(({ key }) => key).toSorted();
      expect(keys).toEqual(publications.map(({ id }) => id).toSorted());
      await again.close();
      await slow.close();
      await server.remove();
    },
  );

  it.concurrent(
    'pauses at once: nothing is armed after pause() returned',
    { timeout: 30_000 },
    async () => {
      const publisher = publisherIn('paused');
      await approve(publisher, due('paused', 40, 4));
      const stop = new AbortController();
      const running = publisher.run({
        until: instant(Date.now() + 20_000),
        signal: stop.signal,
      });
      await network.arrival('paused');
      await publisher.pause('*', { by: 'client', reason: 'a crisis' });
      const log = await publisher.history();
      const armed = log.filter(({ event }) => event === 'armed').length;
      await systemClock().sleep(1);
      stop.abort();
      await running;
      const later = await publisher.history();
      expect(later.filter(({ event }) => event === 'armed')).toHaveLength(armed);
      expect(armed).toBeLessThan(40);
      await publisher.resume('*', { by: 'client' });
      await publisher.run();
      expect(keysOf('paused')).toHaveLength(40);
      await publisher.close();
    },
  );

  // It asks for a moment, so that it is alone.
  it(
    'goes by the database’s time when its own clock is an hour fast',
    { timeout: 30_000 },
    async () => {
      const clock = systemClock();
      const fast: Clock = { ...clock, now: () => clock.now() + 3_600_000 };
      const publisher = publisherIn('clock', fast);
      const at = Math.ceil(Date.now() / 1000) * 1000 + 2000;
      await approve(publisher, due('clock', 1, 1, at));
      await publisher.run();
      const post = network.posts.find(({ key }) => key.startsWith('clock'));
      expect(post?.at).toBeGreaterThanOrEqual(at);
      expect(post?.at).toBeLessThan(at + 1500);
      await publisher.close();
    },
  );
});

describe('moving from the embedded outbox', () => {
  it('takes everything along, and leaves the old file silent', { timeout: 30_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'move-'));
    const file = join(folder, 'outbox.db');
    const embedded = () =>
      createPublisher({
        platforms: [loopbackPlatform(network.url)],
        outbox: sqliteOutbox(file),
        vault: memoryVault(),
      });
    const before = embedded();
    const publications = [...due('moved', 6), ...due('moved-later', 4, 2, Date.now() + 86_400_000)];
    await approve(before, publications);
    await before.run({ until: instant(Date.now() + 1000) });
    const history = await before.history();
    await before.close();

    const rows = await moveToPostgres(file, database, { schema: 'moved' });
    expect(rows['publication']).toBe(10);
    const after = publisherIn('moved');
    expect((await after.status()).counts).toMatchObject({ published: 6, planned: 4 });
    const moved = await after.history();
    expect(moved.filter(({ chain }) => chain !== '*')).toEqual(history);
    expect(findBrokenLogEntry(moved)).toBeUndefined();
    expect(countChanges((await after.plan(publications)).changes).keep).toBe(10);
    await after.close();

    const old = embedded();
    expect((await old.status()).pauses).toMatchObject([{ scope: '*' }]);
    await old.close();
    await expect(moveToPostgres(file, database, { schema: 'moved' })).rejects.toMatchObject({
      code: 'outbox-not-empty',
    });
    await rm(folder, { recursive: true });
  });
});

describe('bad input', () => {
  it('tells a wrong password, a missing server and a strange schema apart, without the secret', async () => {
    const wrong = await open(database.replace('planted-secret', 'planted-wrong')).catch(
      (error: unknown) => error,
    );
    expect(wrong).toMatchObject({ code: 'outbox-denied' });
    expect(JSON.stringify(wrong)).not.toContain('planted');
    await expect(open('postgresql://affiche@127.0.0.1:1/postgres')).rejects.toMatchObject({
      code: 'outbox-unreachable',
    });
    await expect(open(database, 'a b; drop')).rejects.toMatchObject({ code: 'invalid-schema' });
  });

  it('leaves the tables of another program, and an outbox from the future, alone', async () => {
    const client = new Client({ connectionString: database });
    await client.connect();
    await client.query('CREATE SCHEMA shop; CREATE TABLE shop.orders (id int)');
    await expect(open(database, 'shop')).rejects.toMatchObject({ code: 'not-an-outbox' });
    await (await open(database, 'newer')).close();
    await client.query('UPDATE newer.format SET version = version + 1');
    await expect(open(database, 'newer')).rejects.toMatchObject({ code: 'outbox-too-new' });
    await client.end();
  });

  it('refuses a plan that somebody else overtook', async () => {
    const { open: openBench } = bench(
      {},
      {},
      { outbox: postgresOutbox(database, { schema: 'stale' }) },
    );
    const publisher = openBench();
    const plan = await publisher.plan([publication('one')]);
    await publisher.apply(plan, { approvedBy: 'client' });
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject({
      code: 'plan-stale',
    });
    await publisher.close();
  });
});
