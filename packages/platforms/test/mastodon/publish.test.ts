import type { Media } from '@affiche/core';
import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import { runAll, runToEnd } from '../step-runner.ts';
import { type Instance, instance } from './instance.ts';

const platform = mastodon();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  alt: 'A galette',
};

async function prepare(server: Instance, draft: Sketch | string, options: object = {}) {
  const io = testIo({ accessToken: 'token' });
  const bare = compose(platform, draft, { options, host: server.host });
  const composition = { ...bare, facts: await platform.facts(bare.account, io) };
  expect(platform.check(composition)).toEqual([]);
  return { account: composition.account, steps: platform.compile(composition, seed), io };
}

const sent = (server: Instance) =>
  server.received
    .filter(({ method, path }) => method === 'POST' && path === '/api/v1/statuses')
    .map(({ json }) => json);

describe('a post', () => {
  it('goes out as documented, with its warning, language and visibility', async () => {
    await using server = await instance();
    const { account, steps, io } = await prepare(
      server,
      {
        items: [{ text: 'Hello', link: { url: 'https://example.com/p' } }],
        language: 'fr',
        contentWarning: 'food',
      },
      { visibility: 'unlisted', quotePolicy: 'nobody', quote: { id: '42' } },
    );
    const outputs = await runAll(platform, account, steps, io);
    expect(outputs['post-0']).toEqual({ id: '1000', url: 'https://example.com/@bakery/1000' });
    expect(sent(server)).toEqual([
      {
        status: 'Hello\n\nhttps://example.com/p',
        visibility: 'unlisted',
        sensitive: true,
        spoiler_text: 'food',
        language: 'fr',
        quoted_status_id: '42',
        quote_approval_policy: 'nobody',
      },
    ]);
    expect(server.problems).toEqual([]);
  });

  it('waits for its files, however long the server works on them', async () => {
    await using server = await instance({ processing: 3 });
    const { account, steps, io } = await prepare(server, {
      items: [{ text: '', media: [image, image] }],
    });
    await runAll(platform, account, steps, io);
    expect(sent(server)).toMatchObject([{ media_ids: ['500', '501'] }]);
    const upload = server.received.find(({ path }) => path === '/api/v2/media');
    expect(upload?.bytes.toString('latin1')).toContain('A galette');
    expect(server.problems).toEqual([]);
  });

  it('asks a question', async () => {
    await using server = await instance();
    const poll = { options: ['Tea', 'Coffee'], durationSeconds: 3600, multiple: true };
    const { account, steps, io } = await prepare(
      server,
      { items: [{ text: 'What?', poll }] },
      { hideTotals: true },
    );
    await runAll(platform, account, steps, io);
    expect(sent(server)).toMatchObject([
      { poll: { options: ['Tea', 'Coffee'], expires_in: 3600, multiple: true, hide_totals: true } },
    ]);
    expect(server.problems).toEqual([]);
  });
});

describe('a thread', () => {
  it('chains each post to the one before, and hangs the comment under the first', async () => {
    await using server = await instance();
    const { account, steps, io } = await prepare(server, {
      items: [
        { text: 'one' },
        { text: 'comment', role: 'first-comment' },
        { text: 'two', role: 'reply' },
        { text: 'three', role: 'reply' },
      ],
      replyTo: { id: '7' },
    });
    await runAll(platform, account, steps, io);
    expect(sent(server)).toMatchObject([
      { in_reply_to_id: '7' },
      { in_reply_to_id: '1000' },
      { in_reply_to_id: '1000' },
      { in_reply_to_id: '1002' },
    ]);
  });
});

describe('a server that keeps the time', () => {
  it('is believed when its answer says so, and the post can be taken back', async () => {
    await using server = await instance();
    const scheduledAt = '2027-01-04T10:00:00.000Z';
    const { account, steps, io } = await prepare(server, 'later', { scheduledAt });
    const outputs = await runAll(platform, account, steps.slice(0, 1), io);
    expect(outputs['post-0']?.data).toEqual({ scheduledAt });
    const found = await platform.reconcile(account, steps[0]!, { outputs: {} }, seed.at, io);
    expect(found).toMatchObject({ status: 'applied', output: { id: '1000' } });
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    expect(server.scheduled).toEqual([]);
    expect(server.problems).toEqual([]);
  });

  it('is found out when it posts at once', async () => {
    await using server = await instance({ schedule: 'ignored' });
    const { account, steps, io } = await prepare(server, 'later', {
      scheduledAt: '2027-01-04T10:00:00.000Z',
    });
    const result = await runToEnd(platform, account, steps[0]!, {}, io);
    expect(result).toMatchObject({
      status: 'done',
      output: { id: '1000', url: 'https://example.com/@bakery/1000' },
    });
    expect(JSON.stringify(result)).toContain('at once');
  });

  it('is not asked when nobody knows whether it does', () => {
    const composition = compose(platform, 'later', {
      options: { scheduledAt: '2027-01-04T10:00:00Z' },
      facts: { software: 'hollo' },
    });
    expect(platform.check(composition)).toMatchObject([
      { rule: 'mastodon/schedule/untrusted', severity: 'error' },
    ]);
  });
});

describe('taking back', () => {
  it('deletes the post, twice is the same as once', async () => {
    await using server = await instance();
    const { account, steps, io } = await prepare(server, 'oops');
    const outputs = await runAll(platform, account, steps, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    expect(server.statuses).toEqual([]);
    expect(server.problems).toEqual([]);
  });
});
