import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import type { Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { statusEntity } from './entities.ts';
import { type Instance, instance, refusal } from './instance.ts';

const platform = mastodon();
const post = 'POST /api/v1/statuses';

function prepare(server: Instance, draft: Sketch | string) {
  const composition = compose(platform, draft, { host: server.host });
  const [step] = platform.compile(composition, seed);
  const io = testIo({ accessToken: 'token' });
  const { account } = composition;
  return {
    io,
    step: step!,
    run: () => platform.run(account, { ...step!, timeoutSeconds: 0.2 }, { outputs: {} }, io),
    reconcile: (outputs = {}) => platform.reconcile(account, step!, { outputs }, seed.at, io),
  };
}

const losses: [string, Reply][] = [
  ['a cut connection', 'cut'],
  ['silence', 'silence'],
  ['a server error', refusal(500, 'Something went wrong')],
  ['a gateway that gives up', { status: 502, body: '<html>' }],
  ['a yes that nobody understands', { body: { ok: true } }],
  ['an unknown refusal', refusal(400, 'Something else')],
];

describe('a post whose answer was lost', () => {
  it.each(losses)('to %s is found by its words', async (_name, reply) => {
    await using server = await instance({ idempotency: 'ignored' });
    const { run, reconcile } = prepare(
      server,
      'Fresh “bread” & <b>, by @anna@other.example: https://example.com/p?a=1&b=2 #galette\n\n👋 A paragraph',
    );
    server.faults.push({ match: post, when: 'after', reply });
    expect((await run()).status).toBe('ambiguous');
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '1000' } });
    expect(server.problems).toEqual([]);
  });

  it('before it arrived is absent', async () => {
    await using server = await instance();
    server.statuses.push(statusEntity('1', '2027-01-04T08:00:00.000Z', { status: 'another' }));
    const { run, reconcile } = prepare(server, 'mine');
    server.faults.push({ match: post, when: 'before', reply: 'cut' });
    expect((await run()).status).toBe('ambiguous');
    expect((await reconcile()).status).toBe('absent');
  });

  it('is not confused with the same words of last week, of another thread, or of another step', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server, 'mine');
    const now = '2027-01-04T08:00:00.000Z';
    server.statuses.push(
      statusEntity('3', now, { status: 'mine', in_reply_to_id: '1' }),
      statusEntity('2', now, { status: 'mine', media_ids: ['9'] }),
      statusEntity('4', now, { status: 'mine' }),
      statusEntity('1', '2026-12-28T08:00:00.000Z', { status: 'mine' }),
    );
    expect((await reconcile({ 'post-9': { id: '4' } })).status).toBe('absent');
  });

  it('stays open when two posts say the same', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server, 'mine');
    for (const id of ['1', '2']) {
      server.statuses.push(statusEntity(id, '2027-01-04T08:00:00.000Z', { status: 'mine' }));
    }
    expect(await reconcile()).toMatchObject({
      status: 'inconclusive',
      why: expect.stringContaining('1, 2') as string,
    });
  });

  it('is told apart by its choices and its warning', async () => {
    await using server = await instance();
    const poll = { options: ['Tea', 'Coffee'], durationSeconds: 3600 };
    const { reconcile } = prepare(server, {
      items: [{ text: 'What?', poll }],
      contentWarning: 'drinks',
    });
    const now = '2027-01-04T08:00:00.000Z';
    server.statuses.push(
      statusEntity('1', now, { status: 'What?', spoiler_text: 'drinks' }),
      statusEntity('2', now, { status: 'What?', poll }),
      statusEntity('3', now, { status: 'What?', spoiler_text: 'drinks', poll }),
    );
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '3' } });
  });

  it('is found on a later page, past a pinned post', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server, 'mine');
    const now = '2027-01-04T08:00:00.000Z';
    server.statuses.push(statusEntity('9000', '2020-01-01T00:00:00.000Z', { status: 'pinned' }));
    for (let id = 8000; id > 7940; id -= 1)
      server.statuses.push(statusEntity(String(id), now, { status: `${id}` }));
    server.statuses.push(statusEntity('7000', now, { status: 'mine' }));
    expect(await reconcile()).toMatchObject({ status: 'applied', output: { id: '7000' } });
    expect(server.problems).toEqual([]);
  });

  it('stays open while the server does not answer, until the moment it names', async () => {
    await using server = await instance();
    const { reconcile } = prepare(server, 'mine');
    const resetAt = '2027-01-04T08:05:00.123Z';
    server.faults.push({
      match: 'GET /api/v1/accounts/1/statuses',
      when: 'before',
      reply: refusal(429, 'Too many requests', { 'x-ratelimit-reset': resetAt }),
    });
    expect(await reconcile()).toMatchObject({ status: 'inconclusive', retryAt: resetAt });
  });
});

describe('the key of a post', () => {
  it('makes a second attempt harmless on a server that honours it', async () => {
    await using server = await instance();
    const { run } = prepare(server, 'once');
    expect(await run()).toEqual(await run());
    expect(server.statuses).toHaveLength(1);
  });

  it('is not relied upon unless the application says so', async () => {
    await using server = await instance();
    expect(prepare(server, 'once').step.recognition).toBe('lookup');
    const trusting = mastodon({ trustIdempotencyKey: true });
    const [step] = trusting.compile(compose(trusting, 'once'), seed);
    expect(step).toMatchObject({ recognition: 'client-key', keyWindowSeconds: 3600 });
  });
});
