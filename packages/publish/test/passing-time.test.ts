import {
  type AnyPlatform,
  type Clock,
  instant,
  PlatformError,
  type PlatformIo,
  simulatedClock,
} from '@affiche/core';
import { memoryVault } from '@affiche/publish';
import type { ModelPost } from '@affiche/publish/conformance';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication, start } from './bench.ts';

/** A clock that goes on while a server takes its time, as those of real machines do. */
function passingClock(): Clock {
  const clock = simulatedClock({ start, automatic: true });
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    sleep: (...given) => clock.sleep(...given),
  };
}

/** A bench on such a clock. */
function passingBench([network = {}, platform = {}, publisher = {}]: Parameters<
  typeof bench
> = []) {
  const clock = publisher.clock ?? passingClock();
  const quiet = { clock, pollSeconds: 3600, ...publisher };
  return { ...bench({ clock, ...network }, platform, quiet), clock };
}

const momentsOf = (posts: readonly ModelPost[]) =>
  posts.map(({ intent, createdAt }) => [intent, instant(createdAt)]);

describe('the time of a platform', () => {
  const hour = 3_600_000;

  it('is what its answers say: by ours, an hour ahead, a post in doubt would be missed', async () => {
    const clock = passingClock();
    const behind = { ...clock, now: () => clock.now() - hour };
    const { publisher, network } = passingBench([
      { recognition: 'lookup', clock: behind },
      {},
      { clock },
    ]);
    network.faults.push('cut-after');
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(network.posts).toHaveLength(1);
  });

  it('is not what an answer out of a cache says: by that, an old post would be taken for ours', async () => {
    const { open, network, clock } = passingBench([{ recognition: 'lookup' }]);
    const old = {
      account: 'model:bakery',
      intent: 'old',
      text: 'text of a',
      key: 'old',
      id: 'old',
    };
    network.posts.push({ ...old, createdAt: clock.now() - hour / 2 });
    const cached: typeof fetch = async (...given) => {
      const { status, body } = await network.fetch(...given);
      const date = new Date(clock.now() - hour).toUTCString();
      return new Response(body, { status, headers: { date, age: '3600' } });
    };
    network.faults.push('cut-before');
    const publisher = open({ fetch: cached });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    expect(network.posts.map(({ intent }) => intent)).toEqual(['old', 'a/0']);
  });

  it.each([
    ['does not answer, three times at most', 'transient', '2027-01-04T08:01:15.000Z'],
    ['will never answer, not at all', 'permission', '2027-01-04T08:01:00.000Z'],
  ] as const)('is waited for where it %s', async (_, kind, moment) => {
    const { open, adapter, network } = passingBench([
      { recognition: 'lookup' },
      {},
      { maxTries: 3 },
    ]);
    await approve(open(), [publication('a')]);
    const mute: AnyPlatform = {
      ...adapter,
      async facts() {
        const failure = { kind, message: 'no facts' };
        throw new PlatformError('mute', { message: failure.message, details: { failure } });
      },
    };
    await open({ platforms: [mute] }).run({ until: '2027-01-04T09:00:00Z' });
    expect(momentsOf(network.posts)).toEqual([['a/0', moment]]);
  });

  it('is waited for while there is no budget to ask', async () => {
    const requests = { bucket: 'requests', per: 'account', points: 1, windowSeconds: 90 } as const;
    const rates = [{ ...requests, kind: 'sliding' } as const];
    const { open, network } = passingBench([{ recognition: 'lookup' }, { rates }]);
    // The plan asks what the account allows; whoever sends has not heard the answer.
    await approve(open(), [publication('a')]);
    await open().run();
    expect(momentsOf(network.posts)).toEqual([['a/0', '2027-01-04T08:01:30.000Z']]);
  });
});

it('an answer that comes after its time is a fact all the same, where nobody could look', async () => {
  const { open, adapter, network, clock } = passingBench([{ recognition: 'none' }]);
  const slow: AnyPlatform = {
    ...adapter,
    async run(...call) {
      const result = await adapter.run(...call);
      await clock.sleep(8);
      return result;
    },
  };
  const publisher = open({ platforms: [slow] });
  const kinds: string[] = [];
  await approve(publisher, [publication('a')]);
  await publisher.run({ onProgress: ({ event }) => kinds.push(event.kind) });
  expect(kinds).toEqual(['sending', 'in-doubt', 'step-done', 'published']);
  expect((await publisher.status()).publications).toMatchObject([
    { state: 'published', posts: [{ id: network.posts[0]?.id }] },
  ]);
});

it('each post in doubt is watched for its own time, and not for that of another', async () => {
  const { open, adapter, network } = passingBench([{ lateSeconds: 9.5 }]);
  // Nobody ever finds out about the first, which is watched all the while.
  const vague: AnyPlatform = {
    ...adapter,
    async reconcile(...call) {
      if (call[1].id === 'post-0' && JSON.stringify(call[1].request).includes('first')) {
        return { status: 'inconclusive', why: 'the listing is empty' };
      }
      return adapter.reconcile(...call);
    },
  };
  const publisher = open({ platforms: [vague] });
  network.faults.push('cut-after', 'late');
  await approve(publisher, [
    publication('first'),
    publication('second', { at: '2027-01-04T08:01:20Z' }),
  ]);
  await publisher.run();
  expect(momentsOf(network.posts)).toEqual([
    ['first/0', '2027-01-04T08:01:00.000Z'],
    ['second/0', '2027-01-04T08:01:29.500Z'],
  ]);
});

it('a repeat is watched from when it was sent, and not from when the first was', async () => {
  const { open, adapter, network } = passingBench([{ lateSeconds: 30 }, { settleSeconds: 40 }]);
  let looks = 0;
  const keyed: AnyPlatform = {
    ...adapter,
    compile: (...call) =>
      adapter.compile(...call).map((step) => ({
        ...step,
        recognition: 'client-key' as const,
        keyWindowSeconds: 3600,
      })),
    async reconcile(...call) {
      looks += 1;
      if (looks === 1) return { status: 'inconclusive', why: 'nobody looked' };
      return adapter.reconcile(...call);
    },
  };
  const publisher = open({ platforms: [keyed] });
  network.faults.push('cut-before', 'late');
  await approve(publisher, [publication('a')]);
  await publisher.run();
  // The first left at 08:01:00, was looked for after 45 seconds, and followed by a repeat.
  expect(momentsOf(network.posts)).toEqual([['a/0', '2027-01-04T08:02:15.000Z']]);
});

it('never do two processes log in at once, however long the vault and the server take', async () => {
  const clock = simulatedClock({ start });
  const vault = memoryVault({ 'model:bakery': { password: 'open sesame' } });
  const slowVault = {
    ...vault,
    async write(...given: Parameters<typeof vault.write>) {
      if (logins.length === 0) await clock.sleep(25);
      return vault.write(...given);
    },
  };
  const { adapter, open, network } = bench(
    { clock, login: true },
    {},
    { clock, vault: slowVault, pollSeconds: 1 },
  );
  const logins: PlatformIo[] = [];
  const hanging: AnyPlatform = {
    ...adapter,
    async authenticate(asked, io) {
      logins.push(io);
      if (logins.length === 1) return new Promise(() => undefined);
      return (await adapter.authenticate?.(asked, io)) ?? {};
    },
  };
  const publishers = ['one', 'other'].map((worker) => open({ worker, platforms: [hanging] }));
  await approve(open(), [publication('a')]);
  await clock.advance(60);
  const runs = publishers.map((each) => each.run());
  let most = 0;
  for (let step = 0; step < 24; step += 1) {
    await clock.advance(5);
    most = Math.max(most, logins.filter(({ signal }) => !signal?.aborted).length);
  }
  expect([most, logins.length, network.posts.length]).toEqual([1, 2, 1]);
  await Promise.all(runs);
});
