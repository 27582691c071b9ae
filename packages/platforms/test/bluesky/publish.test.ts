import { bluesky, type BlueskyOptions } from '@affiche/platforms/bluesky';
import type { Media, StepResult } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { compose, seed, type Sketch } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import { runAll, runToEnd } from '../step-runner.ts';
import { did, type Pds, pds, refusal, stranger } from './pds.ts';

const platform = bluesky();
const image: Media = {
  source: { path: 'jpeg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 11,
  width: 4,
  height: 3,
  alt: 'A galette',
};

function prepare(server: Pds, draft: Sketch, options: Partial<BlueskyOptions> = {}) {
  const composition = compose(platform, draft, { options, host: server.host });
  expect(platform.check(composition)).toEqual([]);
  return {
    account: composition.account,
    steps: platform.compile(composition, seed),
    io: testIo({ accessJwt: 'access-1', did }),
  };
}

describe('a post', () => {
  it('goes out with its links, people and hashtags', async () => {
    await using server = await pds();
    const { account, steps, io } = prepare(server, {
      items: [{ text: 'Déjà vu, @alice.test and @nobody.test: example.com #galette $ACME' }],
      language: 'fr',
    });
    const outputs = await runAll(platform, account, steps, io);
    const [[uri, { value }] = ['', { value: {} as Record<string, unknown> }]] = [...server.records];
    expect(outputs['post-0']).toMatchObject({
      id: uri,
      url: `https://bsky.app/profile/${did}/post/${uri.split('/').at(-1)}`,
    });
    expect(value['langs']).toEqual(['fr']);
    expect(value['createdAt']).toBe(seed.at);
    const facets = value['facets'] as { features: object[] }[];
    expect(facets.flatMap(({ features }) => features)).toEqual([
      { $type: 'app.bsky.richtext.facet#mention', did: stranger },
      { $type: 'app.bsky.richtext.facet#link', uri: 'https://example.com' },
      { $type: 'app.bsky.richtext.facet#tag', tag: 'galette' },
      { $type: 'app.bsky.richtext.facet#tag', tag: '$ACME' },
    ]);
  });

  it('shows images, a card with its picture, or another post with images', async () => {
    await using server = await pds();
    const card = { url: 'https://example.com/p', title: 'Page', description: 'Words', image };
    const quote = {
      id: `at://${stranger}/app.bsky.feed.post/3k2yihcrp6f2c`,
      version: 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy',
    };
    const { account, steps, io } = prepare(
      server,
      {
        items: [
          { text: 'one', media: [image, image] },
          { text: 'two', link: card },
        ],
      },
      { quote },
    );
    await runAll(platform, account, steps, io);
    const embeds = [...server.records.values()].map(({ value }) => value['embed']);
    expect(embeds).toMatchObject([
      {
        $type: 'app.bsky.embed.recordWithMedia',
        record: { record: { cid: quote.version } },
        media: { images: [{ alt: 'A galette', aspectRatio: { width: 4, height: 3 } }, {}] },
      },
      {
        $type: 'app.bsky.embed.external',
        external: { uri: card.url, title: 'Page', thumb: { mimeType: 'image/jpeg' } },
      },
    ]);
  });

  it('shows more than four images as a gallery where the application allows it', async () => {
    await using server = await pds();
    const generous = bluesky({ images: 10 });
    const composition = compose(
      generous,
      { items: [{ text: '', media: Array.from({ length: 5 }, () => image) }] },
      { host: server.host },
    );
    expect(generous.check(composition)).toEqual([]);
    await runAll(
      generous,
      composition.account,
      generous.compile(composition, seed),
      testIo({ accessJwt: 'access-1', did }),
    );
    expect([...server.records.values()][0]?.value['embed']).toMatchObject({
      $type: 'app.bsky.embed.gallery',
    });
  });

  it('says who may answer, who may quote, and what it warns of', async () => {
    await using server = await pds();
    const { account, steps, io } = prepare(
      server,
      { items: [{ text: 'one' }] },
      {
        replies: ['mentioned', 'following'],
        quotes: 'nobody',
        labels: ['nudity'],
        tags: ['hidden'],
      },
    );
    await runAll(platform, account, steps, io);
    const values = [...server.records.values()].map(({ value }) => value);
    expect(values).toMatchObject([
      { labels: { values: [{ val: 'nudity' }] }, tags: ['hidden'] },
      {
        $type: 'app.bsky.feed.threadgate',
        allow: [{ $type: 'app.bsky.feed.threadgate#mentionRule' }, {}],
      },
      { $type: 'app.bsky.feed.postgate', embeddingRules: [{}] },
    ]);
  });
});

describe('a thread', () => {
  it('chains each post to the one before, and hangs the comment under the first', async () => {
    await using server = await pds();
    const { account, steps, io } = prepare(server, {
      items: [
        { text: 'one' },
        { text: 'comment', role: 'first-comment' },
        { text: 'two', role: 'reply' },
        { text: 'three', role: 'reply' },
      ],
    });
    const outputs = await runAll(platform, account, steps, io);
    const replyOf = (item: number) =>
      server.records.get(outputs[`post-${item}`]?.id ?? '')?.value['reply'] as {
        root: { uri: string };
        parent: { uri: string };
      };
    const id = (item: number) => outputs[`post-${item}`]?.id;
    expect([1, 2, 3].map((item) => replyOf(item).root.uri)).toEqual([id(0), id(0), id(0)]);
    expect([1, 2, 3].map((item) => replyOf(item).parent.uri)).toEqual([id(0), id(0), id(2)]);
  });

  it('answers a post of somebody else inside its thread, after looking the versions up', async () => {
    await using server = await pds();
    const rootUri = `at://${stranger}/app.bsky.feed.post/3k2yihcrp6f2c`;
    const parentUri = `at://${stranger}/app.bsky.feed.post/3k2yihcrp6f2d`;
    const cid = 'bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy';
    server.records.set(parentUri, {
      cid,
      value: { text: 'hi', reply: { root: { uri: rootUri, cid }, parent: { uri: rootUri, cid } } },
    });
    const { account, steps, io } = prepare(server, {
      items: [{ text: 'answer' }],
      replyTo: { id: parentUri },
    });
    const outputs = await runAll(platform, account, steps, io);
    expect(server.records.get(outputs['post-0']?.id ?? '')?.value['reply']).toEqual({
      root: { uri: rootUri, cid },
      parent: { uri: parentUri, cid },
    });
  });
});

describe('a repeat', () => {
  it('changes nothing, whatever cut the first attempt', async () => {
    await using server = await pds();
    const { account, steps, io } = prepare(server, { items: [{ text: 'once' }] });
    const [step] = steps;
    if (!step) throw new Error('no step');
    for (const reply of [
      'cut',
      refusal(500, 'InternalServerError', 'oops'),
      { status: 200, body: '<html>' },
    ] as const) {
      server.faults.push({ method: 'com.atproto.repo.putRecord', when: 'after', reply });
      expect((await platform.run(account, step, { outputs: {} }, io)).status).toBe('ambiguous');
      const found = await platform.reconcile(account, step, { outputs: {} }, seed.at, io);
      expect(found).toMatchObject({
        status: 'applied',
        output: { id: [...server.records.keys()][0] },
      });
    }
    expect((await platform.run(account, step, { outputs: {} }, io)).status).toBe('done');
    expect(server.records.size).toBe(1);
  });

  it('finds nothing where nothing was stored, and says so', async () => {
    await using server = await pds();
    const {
      account,
      steps: [step],
      io,
    } = prepare(server, { items: [{ text: 'once' }] });
    server.faults.push({ method: 'com.atproto.repo.putRecord', when: 'before', reply: 'cut' });
    expect((await platform.run(account, step!, { outputs: {} }, io)).status).toBe('ambiguous');
    expect((await platform.reconcile(account, step!, { outputs: {} }, seed.at, io)).status).toBe(
      'absent',
    );
  });

  it('never writes over another record, and leaves the judgement to a person', async () => {
    await using server = await pds();
    const {
      account,
      steps: [step],
      io,
    } = prepare(server, { items: [{ text: 'mine' }] });
    const { collection, rkey } = step!.request as { collection: string; rkey: string };
    server.records.set(`at://${did}/${collection}/${rkey}`, {
      cid: 'bafyother',
      value: { text: 'other' },
    });
    const result = await platform.run(account, step!, { outputs: {} }, io);
    expect(result).toMatchObject({
      status: 'ambiguous',
      failure: { kind: 'duplicate', code: 'InvalidSwap' },
    });
    expect((await platform.reconcile(account, step!, { outputs: {} }, seed.at, io)).status).toBe(
      'inconclusive',
    );
  });

  it('cannot be reconciled while the server does not answer', async () => {
    await using server = await pds();
    const {
      account,
      steps: [step],
      io,
    } = prepare(server, { items: [{ text: 'mine' }] });
    server.faults.push({
      method: 'com.atproto.repo.getRecord',
      when: 'before',
      reply: refusal(503, 'NotEnoughResources', 'busy'),
    });
    expect((await platform.reconcile(account, step!, { outputs: {} }, seed.at, io)).status).toBe(
      'inconclusive',
    );
  });
});

describe('taking back', () => {
  it('deletes the post, twice is the same as once', async () => {
    await using server = await pds();
    const { account, steps, io } = prepare(server, { items: [{ text: 'oops' }] });
    const outputs = await runAll(platform, account, steps, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    await platform.undo(account, steps[0]!, outputs['post-0'] ?? {}, io);
    expect(server.records.size).toBe(0);
  });
});

describe('a file', () => {
  it('is refused before it is sent when it is not what it says', async () => {
    await using server = await pds();
    const liar = { ...image, source: { path: 'png' } };
    const { account, steps, io } = prepare(server, { items: [{ text: 'x', media: [liar] }] });
    const result: StepResult = await runToEnd(platform, account, steps[0]!, {}, io);
    expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'invalid' } });
    expect(server.received).toEqual([]);
  });
});
