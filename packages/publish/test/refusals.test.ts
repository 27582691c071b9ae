import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type AnyPlatform,
  epochMilliseconds,
  instant,
  type MediaSource,
  type Step,
  type StepResult,
} from '@affiche/core';
import { openMedia } from '@affiche/publish/media';
import { describe, expect, it } from 'vitest';
import { approve, bench, publication } from './bench.ts';

/** The adapter of a model network with another way to run a step. */
function running(
  adapter: AnyPlatform,
  run: (
    step: Step,
    usual: () => Promise<StepResult>,
    io: Parameters<AnyPlatform['run']>[3],
  ) => Promise<StepResult>,
): AnyPlatform {
  return {
    ...adapter,
    run: (...call) => run(call[1], () => adapter.run(...call), call[3]),
  };
}

describe('a file that may not be opened', () => {
  it.each<[string, MediaSource, string]>([
    ['lies outside of the allowed folders', { path: '../../etc/passwd' }, 'no file inside'],
    ['is too large', { base64: btoa('a galette'.repeat(20)) }, 'over the limit of 100'],
    ['lies inside the host', { url: 'https://127.0.0.1/galette.png' }, 'is refused'],
    ['lies in its network', { url: 'https://169.254.169.254/latest' }, 'is refused'],
    ['is said to be on the web', { url: 'ftp://example.org/galette.png' }, 'is refused'],
  ])('ends the publication at once when it %s', async (_, source, why) => {
    const { adapter, open, network } = bench();
    const opening = openMedia({ folders: [tmpdir()], web: true, maxBytes: 100 });
    const platform = running(adapter, async (_step, usual, io) => {
      await io.openMedia(source);
      return usual();
    });
    const publisher = open({ platforms: [platform], openMedia: opening });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    const [status] = (await publisher.status()).publications;
    expect(status).toMatchObject({ state: 'failed', note: expect.stringContaining(why) });
    expect(network.requests()).toBe(0);
    const events = (await publisher.history({ publication: 'a' })).map(({ event }) => event);
    expect(events).toEqual(['planned', 'armed', 'rejected']);
  });

  it('is waited for when it is only not there yet', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'late-'));
    const { adapter, open, network } = bench();
    const path = join(folder, 'galette.png');
    const platform = running(adapter, async (_step, usual, io) => {
      await io.openMedia({ path }).finally(() => writeFileSync(path, 'a galette'));
      return usual();
    });
    const publisher = open({ platforms: [platform], openMedia: openMedia({ folders: [folder] }) });
    await approve(publisher, [publication('a')]);
    await publisher.run();
    rmSync(folder, { recursive: true });
    expect(network.posts).toHaveLength(1);
  });
});

describe('an upload that is gone when it is needed', () => {
  const gone: StepResult = {
    status: 'rejected',
    failure: { kind: 'gone', message: 'the container has expired' },
  };

  /** A thread of two, whose second post is told so many times that its container is gone. */
  async function publish(times: number) {
    const { adapter, open, network } = bench({ recognition: 'handle' });
    const ran: string[] = [];
    let left = times;
    const platform = running(adapter, async ({ id }, usual) => {
      ran.push(id);
      if (id !== 'post-1' || left === 0) return usual();
      left -= 1;
      return gone;
    });
    const publisher = open({ platforms: [platform] });
    await approve(publisher, [publication('a', { texts: ['one', 'two'] })]);
    await publisher.run();
    const [status] = (await publisher.status()).publications;
    return { ran, posts: network.posts.map(({ text }) => text), state: status?.state };
  }

  it('is made again, and nothing that anybody saw is', async () => {
    const { ran, posts, state } = await publish(1);
    expect(state).toBe('published');
    expect(posts).toEqual(['one', 'two']);
    expect(ran).toEqual([
      'container-0',
      'post-0',
      'container-1',
      'post-1',
      'container-1',
      'post-1',
    ]);
  });

  it('is not made again for ever', async () => {
    const { ran, posts, state } = await publish(Infinity);
    expect(state).toBe('partial');
    expect(posts).toEqual(['one']);
    expect(ran.filter((id) => id === 'container-1')).toHaveLength(3);
  });
});

it.each([
  ['resume', 'published', ['one', 'two']],
  ['stop', 'partial', ['one']],
] as const)(
  'a thread that may %s, whose server is away for long, ends %s',
  async (threadFailure, state, left) => {
    const { open, network } = bench();
    network.faults.push('none', ...Array.from({ length: 9 }, () => 'not-sent' as const));
    const publisher = open({ maxTries: 4 });
    await approve(publisher, [publication('a', { texts: ['one', 'two'], threadFailure })]);
    await publisher.run();
    const [status] = (await publisher.status()).publications;
    expect(status?.state).toBe(state);
    expect(network.posts.map(({ text }) => text)).toEqual(left);
  },
);

it.each([
  ['transient', 5],
  ['rate-limited', 60],
  ['quota', 3600],
] as const)(
  'after a refusal (%s) that names no moment, waits %i seconds',
  async (kind, seconds) => {
    const { adapter, open, network } = bench();
    let tries = 0;
    const platform = running(adapter, async (_step, usual) => {
      tries += 1;
      return tries > 1 ? usual() : { status: 'rejected', failure: { kind, message: 'later' } };
    });
    const publisher = open({ platforms: [platform] });
    await approve(publisher, [publication('a', { misfire: { policy: 'fire-once' } })]);
    await publisher.run();
    const waited = (network.posts[0]?.createdAt ?? 0) - epochMilliseconds('2027-01-04T08:01:00Z');
    expect(waited / 1000).toBe(seconds);
  },
);

it('repeats what is in doubt slower and slower, to a server that fails every time', async () => {
  const { publisher, network } = bench({ recognition: 'client-key', decide: () => 'error-after' });
  await approve(publisher, [publication('a')]);
  await publisher.run();
  expect((await publisher.status()).counts.parked).toBe(1);
  expect(network.posts).toHaveLength(1);
  // An hour of the key, at one repeat every ten seconds, would be 360.
  expect(network.requests()).toBeGreaterThan(5);
  expect(network.requests()).toBeLessThan(15);
});

it('lets nothing of an account through when a repeat is asked to wait', async () => {
  const { publisher, network } = bench({ recognition: 'client-key' });
  network.faults.push('cut-after', 'throttled');
  const next = publication('b', { at: '2027-01-04T08:01:20Z' });
  await approve(publisher, [publication('a'), next]);
  await publisher.run();
  // The repeat leaves at 08:01:10, and is asked to wait for half a minute.
  expect(network.posts.map(({ intent, createdAt }) => [intent, instant(createdAt)])).toEqual([
    ['a/0', '2027-01-04T08:01:00.000Z'],
    ['b/0', '2027-01-04T08:01:40.000Z'],
  ]);
});
