import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@affiche/core';
import { findBrokenLogEntry, sqliteOutbox } from '@affiche/publish';
import { moveToPostgres, postgresOutbox } from '@affiche/publish/postgres';
import { Client } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';
import { firstFormat } from './earlier-format.ts';
import { postgresDatabase } from './postgres-database.ts';

let database: string;
beforeAll(async () => {
  database = await postgresDatabase();
}, 60_000);

const storeIn = (schema: string) => postgresOutbox(database, { schema, connections: 2 });

async function onServer(...statements: readonly string[]): Promise<Client> {
  const client = new Client({ connectionString: database });
  await client.connect();
  for (const sql of statements) await client.query(sql);
  return client;
}

it('brings an outbox of an earlier release up to date, with everything in it', async () => {
  const before = bench({}, {}, { outbox: storeIn('earlier') }).publisher;
  await approve(before, [publication('a')]);
  await before.close();
  const client = await onServer('SET search_path = earlier', ...firstFormat);
  const { publisher, network } = bench({}, {}, { outbox: storeIn('earlier') });
  await publisher.run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['a/0']);
  expect((await publisher.status()).counts.published).toBe(1);
  const made = await client.query(
    `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'earlier'`,
  );
  const fresh = await storeIn('fresh').open({ clock: systemClock() });
  const expected = await client.query(
    `SELECT indexname AS name FROM pg_indexes WHERE schemaname = 'fresh'`,
  );
  expect(new Set(made.rows.map(({ name }) => name))).toEqual(
    new Set(expected.rows.map(({ name }) => name)),
  );
  await fresh.close();
  await publisher.close();
  await client.end();
});

it.each(['SQLite', 'PostgreSQL'])(
  'finds on %s what is due among tens of thousands of accounts to leave out',
  async (engine) => {
    const outbox = engine === 'SQLite' ? sqliteOutbox(':memory:') : storeIn('crowd');
    const { publisher, clock } = bench({}, {}, { outbox });
    await approve(publisher, [publication('a')]);
    await clock.advance(60);
    const asked = await outbox.open({ clock });
    // Each database bounds the parameters of a statement.
    const crowd = Array.from({ length: 70_000 }, (_, index) => `model:"${index}"`);
    const due = async (except: readonly string[], platforms = ['modem', 'model']) =>
      (await asked.due({ limit: 9, platforms, except })).ready.map(({ id }) => id);
    expect(await due(crowd)).toEqual(['a']);
    expect(await due([...crowd, 'model:bakery'])).toEqual([]);
    expect(await asked.find([...crowd, 'a'])).toHaveLength(1);
    await asked.close();
    await publisher.close();
  },
);

it('says that the connection was lost, without the address, and goes on over a new one', async () => {
  const outbox = await storeIn('lost').open({ clock: systemClock() });
  const client = await onServer();
  const kill = `SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
    WHERE pid <> pg_backend_pid() AND datname = current_database()`;
  // The server closes each connection while a statement on it waits for a lock.
  await client.query('BEGIN; LOCK TABLE lost.pause IN ACCESS EXCLUSIVE MODE');
  const pausing = outbox
    .pause({ scope: '*', by: 'Ana', reason: 'a crisis' })
    .catch((error: unknown) => error);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await client.query(waiting)).rowCount === 0) await systemClock().sleep(0.01);
  await client.query(kill);
  await client.query('ROLLBACK');
  const failure = await pausing;
  expect(failure).toMatchObject({
    code: 'outbox-unreachable',
    message: expect.stringContaining('the server cannot be reached'),
    hint: expect.stringContaining('the last commit is kept'),
  });
  expect(JSON.stringify(failure)).not.toContain('planted-secret');
  expect(await outbox.pauses()).toEqual([]);
  await outbox.pause({ scope: '*', by: 'Ana', reason: 'a crisis' });
  expect(await outbox.pauses()).toHaveLength(1);
  expect(findBrokenLogEntry(await outbox.log({}))).toBeUndefined();
  await outbox.close();
  await client.end();
});

it('gives a lease to one holder, although another began to ask before it was taken', async () => {
  const outbox = await storeIn('leases').open({ clock: systemClock() });
  await outbox.lease('login', 'nobody', 0);
  // As a process does it that takes the lease, and is stopped before it commits.
  const other = await onServer(
    'BEGIN',
    `SELECT pg_advisory_xact_lock_shared(hashtext('affiche-outbox'))`,
    `SELECT * FROM leases.lease FOR UPDATE`,
  );
  const asking = outbox.lease('login', 'second', 60);
  await untilSomebodyWaits();
  const now = 'floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
  await other.query(
    `UPDATE leases.lease SET holder = 'first', touched_at = ${now}, until_at = ${now} + 60000`,
  );
  await other.query('COMMIT');
  expect(await asking).toBe(false);
  await Promise.all([other.end(), outbox.close()]);
});

it('moves what an outbox held at one moment, although a worker still writes into it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  const file = join(folder, 'outbox.db');
  const left = await sqliteOutbox(file).open({ clock: systemClock() });
  await left.pause({ scope: 'client:a', by: 'Ana', reason: 'a crisis' });
  await (await storeIn('moved').open({ clock: systemClock() })).close();
  const client = await onServer('BEGIN', 'LOCK TABLE moved.chain IN ACCESS EXCLUSIVE MODE');
  const moving = moveToPostgres(file, database, { schema: 'moved' });
  await untilSomebodyWaits();
  await left.resume('client:a', 'Ana');
  await client.query('COMMIT');
  await moving;
  const { rows } = await client.query(
    `SELECT chain.sequence, max(log.sequence) AS told FROM moved.chain
     JOIN moved.log ON log.chain = chain.name GROUP BY chain.name`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const { sequence, told } of rows) expect(told).toBe(sequence);
  await Promise.all([left.close(), client.end()]);
  rmSync(folder, { recursive: true });
});

async function untilSomebodyWaits(): Promise<void> {
  const client = await onServer();
  const waiting = `SELECT 1 FROM pg_stat_activity
    WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await client.query(waiting)).rowCount === 0);
  await client.end();
}
