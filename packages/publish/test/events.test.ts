import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { AnyPlatform } from '@affiche/core';
import { type OutboxStore, publishChannel } from '@affiche/publish';
import { expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

it('tells a diagnostics channel of everything that happens', async () => {
  const { publisher } = bench();
  const kinds: string[] = [];
  const listen = (event: unknown) => kinds.push((event as { kind: string }).kind);
  subscribe(publishChannel, listen);
  await approve(publisher, [publication('a')]);
  await publisher.run();
  unsubscribe(publishChannel, listen);
  expect(kinds).toEqual(['sending', 'step-done', 'published']);
});

it('a listener that breaks down ends the run, once everything is written down', async () => {
  const { publisher, network } = bench({ recognition: 'none' });
  await approve(publisher, [publication('a'), publication('b', { at: '2027-01-04T09:00:00Z' })]);
  const running = publisher.run({
    onProgress({ event }) {
      if (event.kind === 'sending') throw new RangeError('no such column');
    },
  });
  await expect(running).rejects.toThrow('no such column');
  const { publications } = await publisher.status();
  expect(publications.map(({ state }) => state)).toEqual(['published', 'planned']);
  expect(network.posts).toHaveLength(1);
});

it('a worker that was overtaken tells nothing of how it thought a post would end', async () => {
  const { open, outbox, adapter } = bench();
  await approve(open(), [publication('a')]);
  // By the time that it judges, somebody else has the post in hand.
  const overtaken: OutboxStore = {
    open: async (options) => ({ ...(await outbox.open(options)), judge: async () => false }),
  };
  const refusing: AnyPlatform = { ...adapter, compile: () => [] };
  const kinds: string[] = [];
  await open({ platforms: [refusing], outbox: overtaken }).run({
    until: '2027-01-04T08:02:00Z',
    onProgress: ({ event }) => kinds.push(event.kind),
  });
  expect(kinds).toEqual([]);
});

it('a run tells how far it is', async () => {
  const { publisher } = bench();
  const plan = [
    publication('a'),
    publication('b'),
    publication('c', { at: '2027-01-05T08:00:00Z' }),
  ];
  await approve(publisher, plan);
  const told: unknown[] = [];
  await publisher.run({
    until: '2027-01-04T12:00:00Z',
    onProgress: ({ event, settled, remaining }) => told.push([event.kind, settled, remaining]),
  });
  expect(told.filter((_, index) => index % 3 !== 1)).toEqual([
    ['sending', 0, 2],
    ['published', 1, 1],
    ['sending', 1, 1],
    ['published', 2, 0],
  ]);
});
