import type { Media } from '@affiche/core';
import { x } from '@affiche/platforms/x';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import type { Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { runAll } from '../step-runner.ts';
import { type Network, network, problem, stored } from './network.ts';

const platform = x();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  alt: 'A galette',
};

function prepare(server: Network, draft: Sketch | string, options: object = {}) {
  const composition = compose(platform, draft, { options, host: server.host });
  const io = testIo({ accessToken: 'token' });
  const [first] = platform.compile(composition, seed);
  const { account } = composition;
  return {
    account,
    io,
    steps: platform.compile(composition, seed),
    run: () => platform.run(account, { ...first!, timeoutSeconds: 0.3 }, { outputs: {} }, io),
    reconcile: () => platform.reconcile(account, first!, { outputs: {} }, seed.at, io),
  };
}

const sent = (server: Network) =>
  server.received
    .filter(({ method, path }) => method === 'POST' && path === '/2/tweets')
    .map(({ json }) => json);

describe('a post', () => {
  it('goes out with what was asked for, and nothing else', async () => {
    await using server = await network();
    const draft = {
      items: [{ text: 'Hello', link: { url: 'https://example.com/p' } }],
      disclosure: 'advertisement',
    };
    const { account, steps, io } = prepare(server, draft, { replies: 'mentioned' });
    const outputs = await runAll(platform, account, steps, io);
    expect(outputs['post-0']).toEqual({ id: '1000', url: 'https://x.com/i/status/1000' });
    expect(sent(server)).toEqual([
      {
        text: 'Hello\n\nhttps://example.com/p',
        reply_settings: 'mentionedUsers',
        paid_partnership: true,
      },
    ]);
  });

  it('waits for its pictures and their words', async () => {
    await using server = await network();
    const { account, steps, io } = prepare(server, {
      items: [{ media: [image, { ...image, alt: 'Dough' }] }],
    });
    await runAll(platform, account, steps, io);
    expect(sent(server)).toEqual([{ media: { media_ids: ['500', '501'] } }]);
    expect([...server.described]).toEqual([
      ['500', 'A galette'],
      ['501', 'Dough'],
    ]);
    expect(steps.at(-1)?.needs).toEqual([
      'upload-0-0',
      'upload-0-1',
      'describe-0-0',
      'describe-0-1',
    ]);
  });

  it('sends a film in parts, one request at a time, and waits until it is ready', async () => {
    await using server = await network();
    server.character.processing = 2;
    const film: Media = {
      ...image,
      source: { path: 'mp4' },
      kind: 'video',
      mimeType: 'video/mp4',
      durationSeconds: 9,
    };
    const { account, steps, io } = prepare(server, { items: [{ text: 'film', media: [film] }] });
    const large = new Uint8Array(9 * 1024 * 1024);
    large.set(Buffer.from('00000018667479706d703432', 'hex'));
    await runAll(platform, account, steps, { ...io, openMedia: async () => large });
    expect(server.parts.get('500')).toHaveLength(3);
    expect(
      server.received.map(({ method, path }) => `${method} ${path.replace('/2/media/upload', '')}`),
    ).toEqual([
      'POST /initialize',
      'POST /500/append',
      'POST /500/append',
      'POST /500/append',
      'POST /500/finalize',
      'GET ',
      'GET ',
      'POST /2/media/metadata',
      'POST /2/tweets',
    ]);
  });

  it('asks a question', async () => {
    await using server = await network();
    const poll = { options: ['Tea', 'Coffee'], durationSeconds: 3601 };
    const { account, steps, io } = prepare(server, { items: [{ text: 'What?', poll }] });
    await runAll(platform, account, steps, io);
    expect(sent(server)).toEqual([
      { text: 'What?', poll: { options: ['Tea', 'Coffee'], duration_minutes: 61 } },
    ]);
  });

  it('chains a thread, and hangs the comment under the first', async () => {
    await using server = await network();
    const { account, steps, io } = prepare(server, {
      items: [
        { text: 'one' },
        { text: 'comment', role: 'first-comment' },
        { text: 'two', role: 'reply' },
        { text: 'three', role: 'reply' },
      ],
    });
    await runAll(platform, account, steps, io);
    expect(sent(server)).toMatchObject([
      {},
      { reply: { in_reply_to_tweet_id: '1000' } },
      { reply: { in_reply_to_tweet_id: '1000' } },
      { reply: { in_reply_to_tweet_id: '1002' } },
    ]);
  });

  it('is deleted, twice as well as once', async () => {
    await using server = await network();
    const { account, steps, io } = prepare(server, 'oops');
    const outputs = await runAll(platform, account, steps, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    expect(server.posts).toEqual([]);
  });
});

describe('a post whose answer was lost', () => {
  it.each<[string, Reply]>([
    ['a cut connection', 'cut'],
    ['silence', 'silence'],
    ['a server error', problem(503, 'about:blank', 'Service Unavailable')],
    ['a yes that nobody understands', { body: {} }],
  ])('to %s is found by its words', async (_name, reply) => {
    await using server = await network();
    const { run, reconcile } = prepare(
      server,
      'Fresh & <warm>: https://example.com/p?a=1&b=2 👋 #galette',
    );
    server.faults.push({ match: 'POST /2/tweets', when: 'after', reply });
    expect((await run()).status).toBe('ambiguous');
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '1000' } });
  });

  it('is looked for when X calls the second attempt a duplicate', async () => {
    await using server = await network();
    const { run, reconcile } = prepare(server, 'once');
    server.faults.push({ match: 'POST /2/tweets', when: 'after', reply: 'cut' });
    await run();
    expect(await run()).toMatchObject({ status: 'ambiguous', failure: { kind: 'duplicate' } });
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '1000' } });
    expect(server.posts).toHaveLength(1);
  });

  it('is absent when nothing says the same, and open when two do or nobody answers', async () => {
    await using server = await network();
    const { reconcile } = prepare(server, 'mine');
    expect((await reconcile()).status).toBe('absent');
    server.posts.push(
      stored('1', 'other'),
      stored('2', 'mine', { reply: { in_reply_to_tweet_id: '9' } }),
    );
    expect((await reconcile()).status).toBe('absent');
    server.posts.push(stored('3', 'mine'), stored('4', 'mine'));
    expect((await reconcile()).status).toBe('inconclusive');
    server.faults.push({
      match: 'GET /2/users/1/tweets',
      when: 'before',
      reply: problem(429, 'rate-limit-exceeded', 'Too Many Requests', {
        'x-rate-limit-reset': '1799050000',
      }),
    });
    expect(await reconcile()).toMatchObject({
      status: 'inconclusive',
      retryAt: '2027-01-04T08:06:40.000Z',
    });
  });
});
