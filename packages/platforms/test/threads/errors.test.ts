import type { FailureKind } from '@affiche/core';
import { threads } from '@affiche/platforms/threads';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = threads();
const graph = (code: number, subcode?: number, more: object = {}): Reply => ({
  status: 400,
  body: { error: { message: 'in words', code, error_subcode: subcode, ...more } },
});

// The answer, what it means, and whether it proves absence of a post; of a container.
const table: [string, Reply, FailureKind, boolean, boolean][] = [
  ['190/463', graph(190, 463), 'auth-expired', true, true],
  ['102', graph(102), 'auth-expired', true, true],
  ['10', graph(10), 'permission', true, true],
  ['294', graph(294), 'permission', true, true],
  ['4', graph(4), 'rate-limited', true, true],
  ['80002', graph(80_002), 'rate-limited', true, true],
  ['9/2207042', graph(9, 2_207_042), 'quota', false, false],
  ['24/4279009', graph(24, 4_279_009), 'transient', false, false],
  ['4279013', graph(100, 4_279_013), 'transient', false, false],
  ['2207051', graph(1, 2_207_051), 'blocked', false, false],
  ['368', graph(368), 'blocked', false, true],
  ['506', graph(506), 'duplicate', false, false],
  ['100/33', graph(100, 33), 'gone', false, false],
  ['100', graph(100), 'invalid', false, true],
  [
    'too many links',
    graph(1, 0, { message: 'THREADS_API__LINK_LIMIT_EXCEEDED' }),
    'transient',
    false,
    true,
  ],
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
  const composition = compose(platform, 'hello', { host: server.host });
  const steps = platform.compile(composition, seed);
  const step = steps.find((each) => each.kind === kind)!;
  const io = testIo({ accessToken: 'token', clientSecret: 'hush' });
  const outputs = { 'container-0': { id: '17' } };
  const result = await platform.run(composition.account, step, { outputs }, io);
  return { result, observations: io.observations, received: server.received };
}

describe('a refusal', () => {
  it.each(table)('as %s', async (name, reply, kind, provesPost, provesContainer) => {
    const publish = await attempt(reply, 'publish-container');
    expect(publish.result).toMatchObject({
      status: provesPost ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    const create = await attempt(reply, 'create-container');
    expect(create.result).toMatchObject({
      status: provesContainer ? 'rejected' : 'ambiguous',
      failure: { kind: name === 'too many links' ? 'invalid' : kind },
    });
  });

  it('tells by percentages how much is left, and when to come back', async () => {
    const usage = { call_count: 40, total_time: 10, total_cputime: 0 };
    const calm = await attempt(graph(1), 'publish-container', {
      'x-app-usage': JSON.stringify(usage),
    });
    expect(calm.observations).toEqual([{ bucket: 'requests', remaining: 28_800, refused: false }]);
    const full = await attempt(graph(4), 'publish-container', {
      'x-business-use-case-usage': JSON.stringify({
        1: [{ ...usage, call_count: 100, estimated_time_to_regain_access: 19 }],
      }),
    });
    expect(full.observations).toEqual([
      { bucket: 'requests', remaining: 0, resetAt: '2027-01-04T08:19:00.000Z', refused: true },
    ]);
  });

  it('answers a request that proves whose it is, with no token in its address', async () => {
    const { received } = await attempt(graph(1), 'publish-container');
    const [request] = received;
    expect(request?.headers.get('authorization')).toBe('Bearer token');
    expect(request?.search.get('appsecret_proof')).toMatch(/^[0-9a-f]{64}$/);
    expect([...(request?.search.keys() ?? [])]).toEqual(['appsecret_proof']);
  });
});
