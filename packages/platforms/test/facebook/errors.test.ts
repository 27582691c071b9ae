import type { FailureKind } from '@affiche/core';
import { facebook } from '@affiche/platforms/facebook';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = facebook();
const graph = (code: number, subcode?: number, more: object = {}): Reply => ({
  status: 400,
  body: { error: { message: 'in words', code, error_subcode: subcode, ...more } },
});

// The answer, what it means, and whether it proves absence of a post; of a picture that nobody sees.
const table: [string, Reply, FailureKind, boolean, boolean][] = [
  ['190/460', graph(190, 460), 'auth-expired', true, true],
  ['190/492', graph(190, 492), 'auth-expired', true, true],
  ['102', graph(102), 'auth-expired', true, true],
  ['10', graph(10), 'permission', true, true],
  ['200', graph(200), 'permission', true, true],
  ['1404078', graph(200, 1_404_078), 'permission', false, false],
  ['4854002', graph(368, 4_854_002), 'permission', false, false],
  ['32', graph(32), 'rate-limited', true, true],
  ['80001', graph(80_001), 'rate-limited', true, true],
  ['1390008', graph(368, 1_390_008), 'blocked', false, false],
  ['368', graph(368), 'blocked', false, true],
  ['1346003', graph(100, 1_346_003), 'blocked', false, true],
  ['506', graph(506), 'duplicate', false, false],
  ['1366051', graph(100, 1_366_051), 'duplicate', false, false],
  ['100/33', graph(100, 33), 'gone', false, false],
  ['803', graph(803), 'gone', false, false],
  ['100', graph(100), 'invalid', false, true],
  ['1609005', graph(100, 1_609_005), 'invalid', false, true],
  ['1366046', graph(324, 1_366_046), 'invalid', false, true],
  ['2635', graph(2635), 'invalid', true, true],
  ['1363047', graph(100, 1_363_047), 'transient', false, false],
  ['a film', graph(6001, 1_363_037), 'invalid', false, true],
  ['2', graph(2), 'transient', false, false],
  ['an unknown code that passes', graph(99, 1, { is_transient: true }), 'transient', false, false],
  ['an unknown code', graph(987_654), 'invalid', false, false],
  ['HTML', { status: 503, body: '<html>' }, 'transient', false, false],
  ['429', { status: 429, body: '' }, 'rate-limited', true, true],
  ['no word', 'cut', 'unknown', false, false],
];

async function attempt(reply: Reply, kind: string) {
  await using server = await loopbackServer(() => reply);
  const media = [
    {
      source: { path: 'jpeg' },
      kind: 'image' as const,
      mimeType: 'image/jpeg',
      bytes: 11,
      alt: 'Boots',
    },
  ];
  const draft = { items: [{ text: 'hello', media }] };
  const composition = compose(platform, draft, { host: server.host });
  const step = platform.compile(composition, seed).find((each) => each.kind === kind)!;
  const io = testIo({ accessToken: 'page-token', clientSecret: 'hush' });
  const outputs = { 'upload-0-0': { id: '17' } };
  const result = await platform.run(composition.account, step, { outputs }, io);
  return { result, received: server.received };
}

describe('a refusal', () => {
  it.each(table)('as %s', async (_name, reply, kind, provesPost, provesPhoto) => {
    const { result: post, received } = await attempt(reply, 'publish-post');
    expect(post).toMatchObject({
      status: provesPost ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    const { result: photo } = await attempt(reply, 'upload-photo');
    expect(photo).toMatchObject({
      status: provesPhoto ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    expect(JSON.stringify([post, photo])).not.toMatch(/page-token|hush/);
    // Whose request it is stands in no address, where logs would keep it.
    expect([...(received[0]?.search.keys() ?? [])]).toEqual(['appsecret_proof']);
    expect(received[0]?.headers.get('authorization')).toBe('Bearer page-token');
  });
});

describe('an address for bytes', () => {
  it.each(['https://evil.example/upload', 'http://rupload.facebook.com/x', 'not an address'])(
    'as %s gets no token',
    async (address) => {
      await using server = await loopbackServer(({ method }) => ({
        body:
          method === 'POST'
            ? { video_id: '7', upload_url: address }
            : { id: '7', status: { video_status: 'uploading' } },
      }));
      const media = [
        { source: { path: 'mp4' }, kind: 'video' as const, mimeType: 'video/mp4', bytes: 24 },
      ];
      const composition = compose(
        platform,
        { items: [{ media }] },
        { host: server.host, options: { format: 'reel' } },
      );
      const [step] = platform.compile(composition, seed);
      const io = testIo({ accessToken: 'page-token' });
      const first = await platform.run(composition.account, step!, { outputs: {} }, io);
      if (first.status !== 'pending') throw new Error(JSON.stringify(first));
      const progress = { outputs: {}, checkpoint: first.checkpoint };
      expect(await platform.run(composition.account, step!, progress, io)).toMatchObject({
        status: 'rejected',
        failure: { kind: 'invalid' },
      });
      expect(server.received.filter(({ method }) => method === 'POST')).toHaveLength(1);
    },
  );
});
