import { once } from 'node:events';
import { open, rename, symlink } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { type AnyPlatform, systemClock } from '@affiche/core';
import { findBrokenLogEntry } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';
import { postgresDatabase } from './postgres-database.ts';

// What a real server says when something is wrong with it, and what is left when it is right again.
let database: string;
let server: Client;
beforeAll(async () => {
  database = await postgresDatabase();
  server = new Client({ connectionString: database });
  await server.connect();
}, 60_000);
afterAll(() => server.end());

const storeIn = (schema: string, url = database) => postgresOutbox(url, { schema, connections: 2 });

/** Where the server keeps a table. */
async function fileOf(table: string): Promise<string> {
  const sql = `SELECT current_setting('data_directory') AS folder, pg_relation_filepath('${table}') AS path`;
  const { rows } = await server.query<{ folder: string; path: string }>(sql);
  return join(rows[0]?.folder ?? '', rows[0]?.path ?? '');
}

/** Lets the server find no room for a table as long as that takes. */
async function withoutRoom(table: string, work: () => Promise<unknown>): Promise<void> {
  const file = await fileOf(table);
  await rename(file, `${file}.kept`);
  await symlink('/dev/full', file);
  await expect(work()).rejects.toMatchObject({
    code: 'disk-full',
    hint: expect.stringContaining('nothing is half-done'),
  });
  await rename(`${file}.kept`, file);
}

it('loses and doubles nothing when its disk is full, and goes on when there is room', async () => {
  const { open: openBench, network, clock } = bench({}, {}, { outbox: storeIn('full') });
  const within = async <Result>(
    work: (publisher: ReturnType<typeof openBench>) => Promise<Result>,
  ) => {
    const publisher = openBench();
    return work(publisher).finally(() => publisher.close());
  };
  await within((publisher) => publisher.status());
  const plan = await within((publisher) => publisher.plan([publication('a')]));
  const apply = () => within((publisher) => publisher.apply(plan, { approvedBy: 'client' }));
  await withoutRoom('full.publication', apply);
  await apply();
  await clock.advance(60);
  const run = () => within((publisher) => publisher.run());
  await withoutRoom('full.attempt', run);
  expect(network.posts).toEqual([]);
  await clock.advance(60);
  await withoutRoom('full.post', run);
  expect(network.posts).toHaveLength(1);
  await within(async (publisher) => {
    await publisher.recover();
    await publisher.run();
    expect(network.posts.map(({ intent }) => intent)).toEqual(['a/0']);
    expect((await publisher.status()).counts.published).toBe(1);
    expect(findBrokenLogEntry(await publisher.history())).toBeUndefined();
  });
});

it('says that a page is damaged, and goes on from a copy made before', async () => {
  const { open: openBench, network } = bench({}, {}, { outbox: storeIn('whole') });
  const before = openBench();
  await approve(before, [publication('a'), publication('b')]);
  await before.close();
  const name = `${new URL(database).pathname.slice(1)}_damaged`;
  const [whole] = database.match(/[^/]+$/) ?? [];
  await server.end();
  const other = new Client({ connectionString: database.replace(/[^/]+$/, 'postgres') });
  await other.connect();
  // Copied file by file: nothing of the copy is in the server's memory yet.
  await other.query(`CREATE DATABASE ${name} TEMPLATE ${whole} STRATEGY file_copy`);
  await other.end();
  server = new Client({ connectionString: database });
  await server.connect();
  const file = await damagedFile(name);
  const handle = await open(file, 'r+');
  await handle.write('a shopping list', 4000);
  const copied = openBench({ outbox: storeIn('whole', database.replace(/[^/]+$/, name)) });
  await expect(copied.run()).rejects.toMatchObject({ code: 'outbox-corrupt' });
  // A page of zeros passes for an empty one: other tables know better.
  await handle.write(Buffer.alloc(8192), 0, 8192, 0);
  await handle.close();
  const lost = { code: 'outbox-corrupt', details: { id: 'a' } };
  await expect(copied.run()).rejects.toMatchObject({ code: 'outbox-corrupt' });
  await expect(approve(copied, [publication('a')])).rejects.toMatchObject(lost);
  const inCopy = new Client({ connectionString: database.replace(/[^/]+$/, name) });
  await inCopy.connect();
  await inCopy.query('DELETE FROM whole.standing');
  await inCopy.end();
  expect((await copied.status()).publications).toEqual([]);
  await expect(approve(copied, [publication('a')])).rejects.toMatchObject(lost);
  await copied.close();
  expect(network.posts).toEqual([]);
  const restored = openBench();
  await restored.run();
  expect(network.posts).toHaveLength(2);
  await restored.close();
});

async function damagedFile(name: string): Promise<string> {
  const file = await fileOf('whole.publication');
  const { rows } = await server.query<{ mine: string; its: string }>(
    `SELECT (SELECT oid FROM pg_database WHERE datname = current_database()) AS mine,
            (SELECT oid FROM pg_database WHERE datname = '${name}') AS its`,
  );
  return file.replace(`base/${rows[0]?.mine}/`, `base/${rows[0]?.its}/`);
}

it('reads where it may not write, and says why it cannot publish', async () => {
  const { open: openBench, network } = bench({}, {}, { outbox: storeIn('standby') });
  const before = openBench();
  await approve(before, [publication('a')]);
  await before.close();
  const name = new URL(database).pathname.slice(1);
  await server.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`);
  const reading = openBench();
  expect((await reading.status()).counts.planned).toBe(1);
  await expect(reading.run()).rejects.toMatchObject({ code: 'outbox-read-only' });
  await reading.close();
  await expect(storeIn('nowhere').open({ clock: systemClock() })).rejects.toMatchObject({
    code: 'outbox-read-only',
  });
  await server.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`);
  expect(network.posts).toEqual([]);
  const writing = openBench();
  await writing.run();
  expect(network.posts).toHaveLength(1);
  await writing.close();
});

it('says that there is no room for another connection, without the password, and goes on when there is', async () => {
  await server.query(`CREATE ROLE baker LOGIN PASSWORD 'planted-flour' CONNECTION LIMIT 1`);
  await server.query('CREATE SCHEMA bakery AUTHORIZATION baker');
  const url = database.replace('affiche:planted-secret', 'baker:planted-flour');
  const other = new Client({ connectionString: url });
  await other.connect();
  const { publisher, network } = bench(
    {},
    {},
    { outbox: postgresOutbox(url, { schema: 'bakery', connections: 1 }) },
  );
  const failure = await approve(publisher, [publication('a')]).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 'outbox-busy',
    message: expect.stringContaining('no room for another connection'),
  });
  expect(JSON.stringify(failure)).not.toContain('planted');
  await other.end();
  const guests = `SELECT FROM pg_stat_activity WHERE usename = 'baker'`;
  while ((await server.query(guests)).rowCount !== 0) await systemClock().sleep(0.01);
  await approve(publisher, [publication('a')]);
  await publisher.run();
  expect(network.posts).toHaveLength(1);
  await publisher.close();
  await server.query('DROP OWNED BY baker; DROP ROLE baker');
});

it('keeps words that PostgreSQL does not take as well as it can', async () => {
  const { open: openBench, adapter, network } = bench({}, {}, { outbox: storeIn('words') });
  let answers = 0;
  const platform: AnyPlatform = {
    ...adapter,
    async run(...given) {
      answers += 1;
      if (answers > 1) return adapter.run(...given);
      return { status: 'rejected', failure: { kind: 'transient', message: 'a \0 and \ud800' } };
    },
  };
  const publisher = openBench({ platforms: [platform] });
  await approve(publisher, [publication('a', { texts: ['one \0 two'] })]);
  await publisher.run();
  expect(network.posts.map(({ text }) => text)).toEqual(['one \0 two']);
  expect(findBrokenLogEntry(await publisher.history())).toBeUndefined();
  await publisher.close();
});

it('does not wait for ever for a server that says nothing', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const { port } = silent.address() as AddressInfo;
  const url = `postgresql://affiche:planted-secret@127.0.0.1:${port}/postgres`;
  const opening = postgresOutbox(url, { connectSeconds: 0.05 }).open({ clock: systemClock() });
  await expect(opening).rejects.toMatchObject({ code: 'outbox-unreachable' });
  silent.close();
});
