import type { AnyPlatform } from '@affiche/core';
import { memoryVault } from '@affiche/publish';
import { expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

it('a draft that is edited while its post is being sent stays as it was approved', async () => {
  const { adapter, open, network } = bench();
  const edited = publication('a', { texts: ['an edit too late'] });
  const kinds: string[] = [];
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      const plan = await publisher.plan([edited]);
      kinds.push(...plan.changes.map(({ kind }) => kind));
      await publisher.apply(plan, { approvedBy: 'client' });
      return adapter.run(...call);
    },
  };
  const publisher = open({ platforms: [platform] });
  await approve(publisher, [publication('a', { texts: ['as approved'] })]);
  await publisher.run();
  expect(kinds).toEqual(['locked']);
  expect(network.posts.map(({ text }) => text)).toEqual(['as approved']);
});

it('a draft that is edited between claim and sending goes out as it was approved last, once', async () => {
  const { open, network } = bench();
  const vault = memoryVault();
  let reads = 0;
  // The last thing read before a post is armed.
  const editing = {
    ...vault,
    async read(...call: Parameters<typeof vault.read>) {
      reads += 1;
      if (reads === 1) await approve(office, [publication('a', { texts: ['approved last'] })]);
      return vault.read(...call);
    },
  };
  const office = open({ vault });
  await approve(office, [publication('a', { texts: ['approved first'] })]);
  const runner = open({ vault: editing });
  await runner.run();
  expect(reads).toBeGreaterThan(1);
  expect(network.posts.map(({ text }) => text)).toEqual(['approved last']);
  const events = (await runner.history({ publication: 'a' })).map(({ event }) => event);
  expect(events).toEqual(['planned', 'changed', 'armed', 'done']);
});

it('a stop of a client names what of that client is being sent; a stop of nothing is refused', async () => {
  const { adapter, open } = bench();
  const stopped: string[][] = [];
  const platform: AnyPlatform = {
    ...adapter,
    async run(...call) {
      for (const scope of ['client:b', 'client:a', 'account:model:bakery']) {
        const flying = await publisher.pause(scope, { by: 'Ana', reason: 'a crisis' });
        stopped.push(flying.map(({ id }) => id));
      }
      return adapter.run(...call);
    },
  };
  const publisher = open({ platforms: [platform] });
  const account = { platform: 'model', id: 'bakery', client: 'a' };
  await approve(publisher, [publication('a', { account })]);
  await publisher.run();
  expect(stopped).toEqual([[], ['a'], ['a']]);
  for (const scope of ['bakery', 'account:bakery', 'client:', 'Client:a']) {
    const stopping = publisher.pause(scope, { by: 'Ana', reason: 'a crisis' });
    await expect(stopping).rejects.toMatchObject({ code: 'invalid-scope' });
  }
});
