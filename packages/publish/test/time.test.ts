import {
  type AnyPlatform,
  epochMilliseconds,
  instant,
  type MisfirePolicy,
  simulatedClock,
} from '@affiche/core';
import { expect, it } from 'vitest';
import { approve, bench, publication, start } from './bench.ts';

it('9: waits in the outbox, so that nothing sleeps while a post waits for its time', async () => {
  const { publisher, network, clock } = bench();
  await approve(publisher, [
    publication('week', { at: '2027-01-11T08:00:00Z' }),
    publication('minute'),
  ]);
  await publisher.run();
  expect(network.posts.map(({ intent, createdAt }) => [intent, instant(createdAt)])).toEqual([
    ['minute/0', '2027-01-04T08:01:00.000Z'],
    ['week/0', '2027-01-11T08:00:00.000Z'],
  ]);
  expect(clock.now()).toBe(epochMilliseconds('2027-01-11T08:00:00Z'));
});

it.each<[MisfirePolicy, number, 'published' | 'missed']>([
  [{ policy: 'skip' }, 30, 'published'],
  [{ policy: 'skip' }, 120, 'missed'],
  [{ policy: 'fire-within', graceSeconds: 600 }, 500, 'published'],
  [{ policy: 'fire-within', graceSeconds: 600 }, 700, 'missed'],
  [{ policy: 'fire-once' }, 86_400, 'published'],
])('9: under %o a post that is %i seconds late is %s', async (misfire, late, state) => {
  const { publisher, clock } = bench();
  await approve(publisher, [publication('a', { misfire })]);
  await clock.advance(60 + late);
  await publisher.run();
  expect((await publisher.status()).publications[0]?.state).toBe(state);
});

it('9: does not count waiting for a budget as lateness', async () => {
  const rates = [
    { bucket: 'writes', per: 'account', points: 1, windowSeconds: 3600, kind: 'sliding' } as const,
  ];
  const { publisher, network } = bench({}, { rates });
  const misfire = { policy: 'skip' } as const;
  await approve(publisher, [publication('a', { misfire }), publication('b', { misfire })]);
  await publisher.run();
  expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
    '2027-01-04T08:01:00.000Z',
    '2027-01-04T09:01:00.000Z',
  ]);
});

it('stops at the moment it was told to, and goes on from there', async () => {
  const { publisher, network, clock } = bench();
  await approve(publisher, [
    publication('early'),
    publication('late', { at: '2027-01-04T12:00:00Z' }),
  ]);
  await publisher.run({ until: '2027-01-04T10:00:00Z' });
  expect(network.posts.map(({ intent }) => intent)).toEqual(['early/0']);
  expect(instant(clock.now())).toBe('2027-01-04T10:00:00.000Z');
  await publisher.run({ until: '2027-01-04T14:00:00Z' });
  expect(network.posts.map(({ intent }) => intent)).toEqual(['early/0', 'late/0']);
});

it('moves with the wall clock when new time zone data changes the clocks', async () => {
  const { publisher, outbox, clock, network } = bench();
  await approve(publisher, [publication('a')]);
  const ledger = await outbox.open({ clock });
  const old = { kind: 'retime' as const, basis: 1, zoneData: '1999a' };
  await ledger.edit('a', { ...old, dueAt: epochMilliseconds('2027-01-04T10:01:00Z') }, 'test');
  await publisher.run();
  expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
    '2027-01-04T08:01:00.000Z',
  ]);
  expect(await publisher.explain('a')).toContain('changed the clocks');
});

it('is not stuck by what a clock wrote that ran a day ahead', async () => {
  const { publisher, clock, network } = bench();
  network.faults.push('not-sent');
  await approve(publisher, [publication('a', { misfire: { policy: 'fire-once' } })]);
  clock.jump(86_400);
  await publisher.run({ until: instant(clock.now() + 1000) });
  clock.jump(-86_400 + 120);
  await publisher.run();
  expect(network.posts).toHaveLength(1);
});

it('does the same on every run of a simulated clock', async () => {
  const histories = await Promise.all(
    [1, 2].map(async () => {
      const clock = simulatedClock({ start, automatic: true });
      const { publisher, network } = bench({ clock }, {}, { clock, worker: 'w' });
      network.faults.push('cut-after', 'not-sent', 'throttled');
      await approve(
        publisher,
        Array.from({ length: 8 }, (_, index) => publication(`p${index}`)),
      );
      await publisher.run();
      return publisher.history();
    }),
  );
  expect(histories[0]).toEqual(histories[1]);
});

it.each(['tomorrow', '2027-01-04T08:00:00', ''])('"%s" is no moment', async (moment) => {
  const { publisher } = bench();
  const code = 'invalid-moment';
  await expect(publisher.run({ until: moment })).rejects.toMatchObject({ code });
  await expect(publisher.collect({ since: moment })).rejects.toMatchObject({ code });
  const calendar = { start: moment, end: moment, publications: [], unplaced: [], findings: [] };
  await expect(publisher.plan(calendar)).rejects.toMatchObject({ code });
});

it('a post that is cancelled, and then wanted after all, goes out at its time', async () => {
  const { publisher, network } = bench();
  await approve(publisher, [publication('a', { at: '2027-01-11T08:00:00Z' })]);
  await publisher.cancel('a', { by: 'Ana' });
  await publisher.retry('a', { by: 'Ben' });
  await publisher.run();
  expect(network.posts.map(({ createdAt }) => instant(createdAt))).toEqual([
    '2027-01-11T08:00:00.000Z',
  ]);
});

it('keeps its approved moment when the clocks skip its time by now, and holds nobody up', async () => {
  const { publisher, outbox, clock, network } = bench();
  const at = { date: '2027-03-28', time: '02:30', zone: 'Europe/Paris' };
  const skipped = publication('a');
  const ledger = await outbox.open({ clock });
  const change = {
    kind: 'create' as const,
    publication: { ...skipped, at: { ...at, disambiguation: 'reject' as const } },
    hash: 'approved',
    dueAt: epochMilliseconds('2027-01-04T08:02:00Z'),
    scope: 'single',
    basis: 0,
  };
  await ledger.apply([change], { approvedBy: 'client', plan: 'plan', zoneData: '1999a' });
  await approve(publisher, [publication('b')]);
  await publisher.run();
  expect(network.posts.map(({ intent }) => intent)).toEqual(['b/0', 'a/0']);
});

it('reads what an account allows once a day, and not for each post', async () => {
  const { adapter, open } = bench();
  const readAt: string[] = [];
  const asked: AnyPlatform = {
    ...adapter,
    async facts(_account, io) {
      readAt.push(instant(io.clock.now()));
      return {};
    },
  };
  const publisher = open({ platforms: [asked] });
  const later = publication('b', { at: '2027-01-06T08:00:00Z' });
  await approve(publisher, [publication('a'), later]);
  await publisher.run();
  expect(readAt).toEqual(['2027-01-04T08:00:00.000Z', '2027-01-06T08:00:00.000Z']);
});

it.each([
  [1, '2027-01-04T08:01:00.000Z'],
  [300, '2027-01-04T08:06:00.000Z'],
])('a post that leaves %i s after its time is dated %s', async (late, moment) => {
  const { adapter, open, clock } = bench();
  const moments: string[] = [];
  const dated: AnyPlatform = {
    ...adapter,
    compile(composition, seed) {
      moments.push(seed.at);
      return adapter.compile(composition, seed);
    },
  };
  await approve(open(), [publication('a')]);
  await clock.advance(60 + late);
  await open({ platforms: [dated] }).run();
  expect(moments).toEqual([moment]);
});
