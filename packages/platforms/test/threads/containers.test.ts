import type { Json, Media, StepResult } from '@affiche/core';
import { threads } from '@affiche/platforms/threads';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { loopbackServer } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { runAll } from '../step-runner.ts';

const platform = threads();
const image: Media = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
};
const film: Media = { ...image, kind: 'video', mimeType: 'video/mp4', durationSeconds: 9 };

/** A server whose containers are all as said. */
async function network(container: object = { status: 'FINISHED' }, posts: object[] = []) {
  let made = 100;
  return loopbackServer(({ method, path }) => {
    if (method === 'POST') return { body: { id: String((made += 1)) } };
    return { body: /\/(?:threads|replies)$/.test(path) ? { data: posts } : container };
  });
}

async function send(draft: Sketch, options: object = {}) {
  await using server = await network();
  const composition = compose(platform, draft, { options, host: server.host });
  const steps = platform.compile(composition, seed);
  await runAll(platform, composition.account, steps, testIo({ accessToken: 'token' }));
  return server.received
    .filter(({ method }) => method === 'POST')
    .map(({ bytes }) => Object.fromEntries(new URLSearchParams(bytes.toString())));
}

describe('what is sent', () => {
  it('is a text with its card and everything asked for', async () => {
    const draft = { items: [{ text: 'Boots', link: { url: 'https://example.com/b' } }] };
    const options = {
      replies: 'followers',
      topic: 'Boots',
      quote: { id: '9' },
      countries: ['FR', 'BE'],
    };
    expect(await send(draft, options)).toEqual([
      {
        media_type: 'TEXT',
        text: 'Boots',
        link_attachment: 'https://example.com/b',
        reply_control: 'followers_only',
        quote_post_id: '9',
        topic_tag: 'Boots',
        allowlisted_country_codes: 'FR,BE',
      },
      { creation_id: '101' },
    ]);
  });

  it('is a question, with the link in its text', async () => {
    const poll = { options: ['Tea', 'Coffee'], durationSeconds: 86_400 };
    const [first] = await send({
      items: [{ text: 'What?', poll, link: { url: 'https://a.com' } }],
    });
    expect(first).toEqual({
      media_type: 'TEXT',
      text: 'What?\n\nhttps://a.com',
      poll_attachment: '{"option_a":"Tea","option_b":"Coffee"}',
    });
  });

  it('is a carousel of containers, and a thread that goes on under it', async () => {
    expect(
      await send({
        items: [
          { text: 'Two', media: [image, film] },
          { text: 'More', role: 'reply' },
        ],
      }),
    ).toEqual([
      {
        media_type: 'IMAGE',
        image_url: 'https://cdn.example.com/x.jpg',
        alt_text: 'Boots',
        is_carousel_item: 'true',
      },
      {
        media_type: 'VIDEO',
        video_url: 'https://cdn.example.com/x.jpg',
        alt_text: 'Boots',
        is_carousel_item: 'true',
      },
      { media_type: 'CAROUSEL', children: '101,102', text: 'Two' },
      { creation_id: '103' },
      { media_type: 'TEXT', text: 'More', reply_to_id: '104' },
      { creation_id: '105' },
    ]);
  });
});

/** How making a container ends on such a server, and how often it was waited for. */
async function make(container: object): Promise<[StepResult, number]> {
  await using server = await network(container);
  const composition = compose(platform, { items: [{ media: [film] }] }, { host: server.host });
  const [step] = platform.compile(composition, seed);
  const io = testIo({ accessToken: 'token' });
  let checkpoint: Json | undefined;
  for (let waited = 0; ; waited += 1) {
    const progress = { outputs: {}, ...(checkpoint !== undefined && { checkpoint }) };
    const result = await platform.run(composition.account, step!, progress, io);
    if (result.status !== 'pending') return [result, waited];
    ({ checkpoint } = result);
  }
}

describe('a container', () => {
  it.each([
    [{ status: 'FINISHED' }, { status: 'done' }, 1],
    [{ status: 'IN_PROGRESS' }, { status: 'rejected', failure: { kind: 'transient' } }, 5],
    [{ status: 'EXPIRED' }, { status: 'rejected', failure: { kind: 'transient' } }, 1],
    [
      { status: 'ERROR', error_message: 'INVALID_ASPEC_RATIO' },
      { status: 'rejected', failure: { kind: 'invalid', code: 'INVALID_ASPEC_RATIO' } },
      1,
    ],
    [
      { status: 'ERROR', error_message: 'FAILED_DOWNLOADING_VIDEO' },
      { status: 'rejected', failure: { kind: 'transient' } },
      1,
    ],
  ])('that is %j', async (container, end, waited) => {
    expect(await make(container)).toMatchObject([end, waited]);
  });
});

const post = {
  id: '7',
  text: 'mine',
  timestamp: '2027-01-04T08:00:10+0000',
  permalink: 'https://t/7',
};

describe('a publication whose answer was lost', () => {
  it.each([
    ['was made', 'PUBLISHED', [post], 'applied'],
    ['was made, and the list lags behind', 'PUBLISHED', [], 'inconclusive'],
    ['was made, as one of two', 'PUBLISHED', [post, { ...post, id: '8' }], 'inconclusive'],
    ['was not made', 'FINISHED', [], 'absent'],
    ['was not made, though others were', 'FINISHED', [{ ...post, text: 'other' }], 'absent'],
    ['was not made before it expired', 'EXPIRED', [], 'absent'],
    ['may have been made', 'FINISHED', [post], 'inconclusive'],
    [
      'was not made lately',
      'FINISHED',
      [{ ...post, timestamp: '2027-01-03T08:00:00+0000' }],
      'absent',
    ],
    ['is being made', 'IN_PROGRESS', [], 'inconclusive'],
  ])('%s', async (_name, status, posts, verdict) => {
    await using server = await network({ status }, posts);
    const { account, ...rest } = compose(platform, 'mine', { host: server.host });
    const step = platform.compile({ account, ...rest }, seed).at(-1)!;
    const outputs = { 'container-0': { id: '17' } };
    const io = testIo({ accessToken: 'token' });
    expect(await platform.reconcile(account, step, { outputs }, seed.at, io)).toMatchObject({
      status: verdict,
    });
    expect(server.received.every(({ method }) => method === 'GET')).toBe(true);
  });
});
