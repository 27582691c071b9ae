import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { systemClock } from '@affiche/core';
import { findBrokenLogEntry, sqliteOutbox } from '@affiche/publish';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';
import { firstFormat } from './earlier-format.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'outbox-'));
  file = join(folder, 'outbox.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () => sqliteOutbox(file).open({ clock: systemClock() });

it('refuses the database of another program, and leaves it as it was', async () => {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE recipes (name TEXT)');
  database.close();
  const before = readFileSync(file);
  await expect(open()).rejects.toMatchObject({ code: 'not-an-outbox' });
  expect(readFileSync(file)).toEqual(before);
});

it('refuses a file that is no database', async () => {
  writeFileSync(file, 'a shopping list, and certainly no database of any kind'.repeat(100));
  await expect(open()).rejects.toMatchObject({ code: 'not-an-outbox' });
});

it('refuses an outbox that a newer release wrote, and leaves it as it was', async () => {
  await (await open()).close();
  const database = new DatabaseSync(file);
  database.exec('UPDATE format SET version = 1000');
  database.close();
  const before = readFileSync(file);
  await expect(open()).rejects.toMatchObject({
    code: 'outbox-too-new',
    message: expect.stringContaining('format 1000'),
    hint: expect.stringContaining('Update'),
  });
  expect(readFileSync(file)).toEqual(before);
});

it('brings an outbox of an earlier release up to date, with everything in it', async () => {
  const { publisher } = bench({}, {}, { outbox: sqliteOutbox(file) });
  await approve(publisher, [publication('a')]);
  await publisher.close();
  const database = new DatabaseSync(file);
  for (const sql of firstFormat) database.exec(sql.replace('BIGINT', 'INTEGER'));
  database.close();
  const later = bench({}, {}, { outbox: sqliteOutbox(file) });
  await later.publisher.run();
  expect(later.network.posts).toHaveLength(1);
  await later.publisher.close();
});

it('says that a file is damaged', async () => {
  const { publisher } = bench({}, {}, { outbox: sqliteOutbox(file) });
  await approve(
    publisher,
    Array.from({ length: 200 }, (_, index) => publication(`p${index}`)),
  );
  await publisher.close();
  truncateSync(file, 20_000);
  const damaged = bench({}, {}, { outbox: sqliteOutbox(file) }).publisher;
  await expect(damaged.status()).rejects.toMatchObject({ code: 'outbox-corrupt' });
});

it.each(['DELETE FROM step', `UPDATE step SET state = 'armed' WHERE state = 'waiting'`])(
  'leaves to a person what it lost in the middle of a thread: %s',
  async (damage) => {
    const { publisher, network, open: again } = bench({}, {}, { outbox: sqliteOutbox(file) });
    await approve(publisher, [publication('a', { texts: ['one', 'two'] })]);
    network.faults.push('none', 'throttled');
    await publisher.run({ until: '2027-01-04T08:01:10Z' });
    await publisher.close();
    expect(network.posts).toHaveLength(1);
    const database = new DatabaseSync(file);
    database.exec(damage);
    database.close();
    const later = again();
    await later.run();
    expect(network.posts).toHaveLength(1);
    expect((await later.status()).publications).toMatchObject([
      { state: 'parked', note: expect.stringContaining('lost') },
    ]);
    await later.close();
  },
);

it('says that a folder is missing', async () => {
  file = join(folder, 'nowhere', 'outbox.db');
  await expect(open()).rejects.toMatchObject({ code: 'outbox-unreachable' });
});

it('says that another process keeps the outbox locked', async () => {
  await (await open()).close();
  const other = new DatabaseSync(file);
  other.exec('BEGIN IMMEDIATE');
  const outbox = sqliteOutbox(file, { busySeconds: 0.05 });
  await expect(outbox.open({ clock: systemClock() })).rejects.toMatchObject({
    code: 'outbox-busy',
  });
  other.close();
});

it('loses nothing when the disk is full, and goes on when there is room', async () => {
  const { publisher, network, open: again, clock } = bench({}, {}, { outbox: sqliteOutbox(file) });
  await approve(publisher, [publication('a')]);
  await clock.advance(60);
  const full = {
    open: async (options: { clock: typeof clock }) => {
      const outbox = await sqliteOutbox(file).open(options);
      const error = Object.assign(new Error('database or disk is full'), { code: 'disk-full' });
      return { ...outbox, learn: () => Promise.reject(error) };
    },
  };
  await expect(again({ outbox: full }).run()).rejects.toThrow('full');
  expect(network.posts).toHaveLength(1);
  await again().recover();
  expect(network.posts).toHaveLength(1);
  expect((await publisher.status()).counts.published).toBe(1);
});

it(
  'is whole when a plan or a post no longer fits, and goes on when there is room',
  {
    timeout: 30_000,
  },
  async () => {
    const outbox = sqliteOutbox(file, { maxBytes: 260_000 });
    const { publisher, network, open: again, clock } = bench({}, {}, { outbox });
    const many = Array.from({ length: 250 }, (_, index) => publication(`p${index}`));
    const plan = await publisher.plan(many);
    const full = { code: 'disk-full', hint: expect.stringContaining('nothing is half-done') };
    await expect(publisher.apply(plan, { approvedBy: 'client' })).rejects.toMatchObject(full);
    expect((await publisher.status()).publications).toEqual([]);
    const fitting = many.slice(0, 60);
    await approve(publisher, fitting);
    await clock.advance(60);
    await expect(publisher.run()).rejects.toMatchObject(full);
    expect(network.posts.length).toBeGreaterThan(0);
    await publisher.close();
    const roomy = again({ outbox: sqliteOutbox(file) });
    await roomy.recover();
    await roomy.run();
    const intents = network.posts.map(({ intent }) => intent);
    expect(intents.toSorted()).toEqual(fitting.map(({ id }) => `${id}/0`).toSorted());
    expect((await roomy.status()).counts.published).toBe(60);
    expect(findBrokenLogEntry(await roomy.history())).toBeUndefined();
    await roomy.close();
  },
);

it('keeps its log from being edited', async () => {
  const { publisher } = bench({}, {}, { outbox: sqliteOutbox(file) });
  await approve(publisher, [publication('a')]);
  await publisher.close();
  const database = new DatabaseSync(file);
  expect(() => database.exec(`UPDATE log SET event = 'done'`)).toThrow('append-only');
  expect(() => database.exec('DELETE FROM log')).toThrow('append-only');
  database.close();
});

it('is shared by two processes', async () => {
  await (await open()).close();
  const script = `
    import { DatabaseSync } from 'node:sqlite';
    const database = new DatabaseSync(process.argv[1], { timeout: 5000 });
    for (let index = 0; index < 200; index += 1) {
      database.exec("INSERT INTO pause VALUES ('process-" + index + "', 0, 'a', 'b')");
    }`;
  const outbox = await open();
  const ours = Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      outbox.pause({ scope: `own-${index}`, by: 'a', reason: 'b' }),
    ),
  );
  const theirs = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script, file]);
  await Promise.all([ours, theirs]);
  expect(await outbox.pauses()).toHaveLength(400);
  await outbox.close();
});
