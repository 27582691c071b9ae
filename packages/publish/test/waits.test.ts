import { type AnyPlatform, type Failure, instant, PlatformError } from '@affiche/core';
import type { OutboxStore } from '@affiche/publish';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication, start } from './bench.ts';

// For how long what waits does so, and when it stops.
function failing(kind: Failure['kind']): PlatformError {
  const message = `the server failed (${kind})`;
  return new PlatformError('failed', { message, details: { failure: { kind, message } } });
}

const twoDaysLater = '2027-01-06T09:00:00Z';

/** A post whose figures a server does not give the first so many times: it was asked too often. */
async function measured(refusals: number) {
  const { adapter, open, clock } = bench();
  const moments: string[] = [];
  const reading: AnyPlatform = {
    ...adapter,
    async insights() {
      moments.push(instant(clock.now()));
      if (moments.length <= refusals) throw failing('rate-limited');
      return [];
    },
  };
  const publisher = open({ platforms: [reading] });
  await approve(publisher, [publication('a')]);
  await publisher.run();
  return { publisher, moments };
}

describe('whoever reads figures', () => {
  it('is asked to wait, and asks again after a minute', async () => {
    const { publisher, moments } = await measured(1);
    expect(await publisher.collect({ since: start })).toEqual([]);
    expect(moments).toEqual(['2027-01-04T08:01:00.000Z', '2027-01-04T08:02:00.000Z']);
  });

  it('waits no longer than it wants to', async () => {
    const { publisher, moments } = await measured(3);
    const signal = AbortSignal.abort(new Error('closing time'));
    await expect(publisher.collect({ since: start, signal })).rejects.toThrow('closing time');
    expect(moments).toHaveLength(1);
  });
});

it('a post that says the same as one in doubt asks after it every few seconds, and goes out next', async () => {
  const { open, outbox, network } = bench({ recognition: 'lookup' });
  let claims = 0;
  const counting: OutboxStore = {
    async open(options) {
      const opened = await outbox.open(options);
      return { ...opened, claim: (...given) => ((claims += 1), opened.claim(...given)) };
    },
  };
  const publisher = open({ outbox: counting });
  network.faults.push('cut-after');
  const texts = ['Warm bread at eight.'];
  await approve(publisher, [publication('a', { texts }), publication('b', { texts })]);
  await publisher.run();
  expect(network.posts.map(({ intent, createdAt }) => [intent, instant(createdAt)])).toEqual([
    ['a/0', '2027-01-04T08:01:00.000Z'],
    ['b/0', '2027-01-04T08:01:10.000Z'],
  ]);
  expect(claims).toBeLessThan(6);
});

describe('a thread whose server is away for good', () => {
  it('is taken back each quarter of an hour for a day, and then left to a person', async () => {
    const { adapter, open, network, clock } = bench({}, {}, { maxTries: 2 });
    const tries: number[] = [];
    const stuck: AnyPlatform = {
      ...adapter,
      async undo() {
        tries.push(clock.now());
        throw failing('transient');
      },
    };
    network.faults.push('none', 'refused');
    const publisher = open({ platforms: [stuck] });
    const texts = ['one', 'two'];
    await approve(publisher, [publication('a', { texts, threadFailure: 'rollback' })]);
    await publisher.run({ until: twoDaysLater });
    const [status] = (await publisher.status()).publications;
    const note = expect.stringContaining('could not be taken back: the server failed');
    expect(status).toMatchObject({ state: 'partial', note });
    expect(tries).toHaveLength(98);
    expect(tries.slice(1, 4).map((at, index) => at - (tries[index] ?? 0))).toEqual([
      5000, 10_000, 20_000,
    ]);
    expect((tries.at(-1) ?? 0) - (tries.at(-2) ?? 0)).toBe(900_000);
  });

  it('is not asked again and again to take back what it never will', async () => {
    const { adapter, open, network } = bench({}, {}, { maxTries: 2 });
    let tries = 0;
    const strict: AnyPlatform = {
      ...adapter,
      async undo() {
        tries += 1;
        throw failing('permission');
      },
    };
    network.faults.push('none', 'refused');
    const publisher = open({ platforms: [strict] });
    const texts = ['one', 'two'];
    await approve(publisher, [publication('a', { texts, threadFailure: 'rollback' })]);
    await publisher.run();
    expect([(await publisher.status()).counts.partial, tries]).toEqual([1, 2]);
  });

  it('goes on for a day, and is then left to a person', async () => {
    const { publisher, network, clock } = bench({}, {}, { maxTries: 2 });
    network.faults.push('none', ...Array<'not-sent'>(300).fill('not-sent'));
    const texts = ['one', 'two'];
    await approve(publisher, [publication('a', { texts, threadFailure: 'resume' })]);
    const begun = clock.monotonic();
    const moments: number[] = [];
    await publisher.run({
      until: twoDaysLater,
      onProgress: ({ event }) =>
        event.kind === 'sending' && moments.push(clock.monotonic() - begun),
    });
    expect((await publisher.status()).counts.parked).toBe(1);
    expect(Math.round((moments.at(-1) ?? 0) / 3600)).toBe(24);
    expect(moments).toHaveLength(100);
  });
});

it('whoever has watched longest looks first, however many others have just begun to', async () => {
  const { adapter, open, network, clock } = bench();
  const looks: string[] = [];
  const watched: AnyPlatform = {
    ...adapter,
    async reconcile(...given) {
      looks.push(instant(clock.now()));
      return adapter.reconcile(...given);
    },
  };
  const begin = (worker: string) => open({ worker, platforms: [watched] });
  const first = begin('first');
  network.faults.push('cut-after');
  await approve(first, [publication('a')]);
  await first.run({ until: '2027-01-04T08:01:02Z' });
  // Each comes just when the post may be looked for, has not seen it before, and goes away again.
  await begin('second').run({ until: '2027-01-04T08:01:12Z' });
  await begin('third').run({ until: '2027-01-04T08:01:21Z' });
  await first.run();
  expect(looks).toEqual(['2027-01-04T08:01:22.500Z']);
  expect(network.posts).toHaveLength(1);
});
