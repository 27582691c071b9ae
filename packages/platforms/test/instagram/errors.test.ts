import type { FailureKind } from '@affiche/core';
import { instagram } from '@affiche/platforms/instagram';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = instagram();
const graph = (code: number, subcode?: number, more: object = {}): Reply => ({
  status: 400,
  body: { error: { message: 'in words', code, error_subcode: subcode, ...more } },
});
const image = {
  source: { url: 'https://cdn.example.com/x.jpg' },
  kind: 'image',
  mimeType: 'image/jpeg',
  bytes: 1000,
  alt: 'Boots',
} as const;

// The answer, what it means for a post and for a container, and whether it proves absence of each.
const table: [string, Reply, FailureKind, boolean, boolean, FailureKind?][] = [
  ['190/463', graph(190, 463), 'auth-expired', true, true],
  ['102', graph(102), 'auth-expired', true, true],
  ['10', graph(10), 'permission', true, true],
  ['4', graph(4), 'rate-limited', true, true],
  ['80002', graph(80_002), 'rate-limited', true, true],
  ['4/2207051', graph(4, 2_207_051), 'blocked', false, false],
  ['9/2207042', graph(9, 2_207_042), 'quota', false, false],
  ['24/2207006', graph(24, 2_207_006), 'transient', false, false, 'permission'],
  ['9007/2207027', graph(9007, 2_207_027), 'transient', false, false],
  ['25/2207050', graph(25, 2_207_050), 'permission', false, false],
  ['-1/2207001', graph(-1, 2_207_001), 'transient', false, true],
  ['9004/2207052', graph(9004, 2_207_052), 'transient', false, true],
  ['36001/2207005', graph(36_001, 2_207_005), 'invalid', false, true],
  ['36003/2207009', graph(36_003, 2_207_009), 'invalid', false, true],
  ['36004/2207010', graph(36_004, 2_207_010), 'invalid', false, true],
  ['100/2207028', graph(100, 2_207_028), 'invalid', false, true],
  ['352/2207026', graph(352, 2_207_026), 'invalid', false, true],
  ['1/2207057', graph(1, 2_207_057), 'invalid', false, true],
  ['368', graph(368), 'blocked', false, true],
  ['506', graph(506), 'duplicate', false, false],
  ['100/33', graph(100, 33), 'gone', false, false],
  ['100', graph(100), 'invalid', false, true],
  ['1', graph(1), 'transient', false, false],
  ['an unknown code that passes', graph(99, 1, { is_transient: true }), 'transient', false, false],
  ['an unknown code', graph(987_654), 'invalid', false, false],
  ['HTML', { status: 503, body: '<html>' }, 'transient', false, false],
  ['429', { status: 429, body: '' }, 'rate-limited', true, true],
];

async function attempt(reply: Reply, kind: string, headers: Record<string, string> = {}) {
  await using server = await loopbackServer(() =>
    typeof reply === 'string' ? reply : { ...reply, headers },
  );
  const draft = { items: [{ text: 'hello', media: [image] }] };
  const composition = compose(platform, draft, { host: server.host });
  const step = platform.compile(composition, seed).find((each) => each.kind === kind)!;
  const io = testIo({ accessToken: 'token', clientSecret: 'hush' });
  const outputs = { 'container-0': { id: '17' } };
  const result = await platform.run(composition.account, step, { outputs }, io);
  return { result, observations: io.observations, received: server.received };
}

describe('a refusal', () => {
  it.each(table)('as %s', async (_name, reply, kind, provesPost, provesContainer, other = kind) => {
    const publish = await attempt(reply, 'publish-container');
    expect(publish.result).toMatchObject({
      status: provesPost ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    const create = await attempt(reply, 'create-container');
    expect(create.result).toMatchObject({
      status: provesContainer ? 'rejected' : 'ambiguous',
      failure: { kind: other },
    });
  });

  it('tells by percentages how much is left, and when to come back', async () => {
    const usage = { call_count: 100, total_time: 10, total_cputime: 0 };
    const { observations } = await attempt(graph(4), 'publish-container', {
      'x-business-use-case-usage': JSON.stringify({
        1: [{ ...usage, type: 'instagram', estimated_time_to_regain_access: 19 }],
      }),
    });
    expect(observations).toEqual([
      { bucket: 'requests', remaining: 0, resetAt: '2027-01-04T08:19:00.000Z', refused: true },
    ]);
  });

  it('answers a request that proves whose it is, with no token in its address', async () => {
    const { received } = await attempt(graph(1), 'publish-container');
    const [request] = received;
    expect(request?.path).toBe('/v25.0/1/media_publish');
    expect(request?.headers.get('authorization')).toBe('Bearer token');
    expect([...(request?.search.keys() ?? [])]).toEqual(['appsecret_proof']);
  });
});

describe('a file', () => {
  const film = { ...image, source: { path: 'mp4' }, kind: 'video', mimeType: 'video/mp4' } as const;

  async function upload(uri: string, source = 'mp4') {
    await using server = await loopbackServer(() => ({ body: { success: true } }));
    const draft = { items: [{ media: [{ ...film, source: { path: source } }] }] };
    const composition = compose(platform, draft, { host: server.host });
    const step = platform.compile(composition, seed).find(({ id }) => id === 'container-0')!;
    const checkpoint = { id: '17', asked: 0, uri: uri || `http://${server.host}/upload` };
    const io = testIo({ accessToken: 'token' });
    const result = await platform.run(composition.account, step, { outputs: {}, checkpoint }, io);
    return { result, received: server.received };
  }

  it('goes whole to the address that was given, with the token', async () => {
    const { result, received } = await upload('');
    expect(result.status).toBe('pending');
    const [{ headers, bytes } = { headers: new Headers(), bytes: Buffer.alloc(0) }] = received;
    expect(headers.get('authorization')).toBe('OAuth token');
    expect(headers.get('file_size')).toBe(String(bytes.byteLength));
    expect(headers.get('offset')).toBe('0');
  });

  it('goes to no stranger, and not when it is something else', async () => {
    for (const [uri, source] of [
      ['https://evil.example/upload', 'mp4'],
      ['', 'png'],
    ] as const) {
      const { result, received } = await upload(uri, source);
      expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'invalid' } });
      expect(received).toEqual([]);
    }
  });
});
