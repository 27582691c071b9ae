import type { FailureKind } from '@affiche/core';
import { pinterest } from '@affiche/platforms/pinterest';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = pinterest();
const image = {
  source: { path: 'jpeg' },
  kind: 'image' as const,
  mimeType: 'image/jpeg',
  bytes: 11,
  alt: 'Boots',
};
const no = (status: number, code: number, message = 'in words'): Reply => ({
  status,
  body: { code, message },
});

async function attempt(reply: Reply, headers: Record<string, string> = {}) {
  await using server = await loopbackServer(() =>
    typeof reply === 'string' ? reply : { ...reply, headers },
  );
  const draft = { items: [{ text: 'Boots', media: [image] }] };
  const composition = compose(platform, draft, { options: { board: '7' }, host: server.host });
  const [step] = platform.compile(composition, seed);
  const io = testIo({ accessToken: 'token' });
  const result = await platform.run(composition.account, step!, { outputs: {} }, io);
  return { result, observations: io.observations, received: server.received };
}

describe('a refusal', () => {
  // The answer, what it means, and whether it proves that no pin was made.
  it.each([
    ['401', no(401, 2), 'auth-expired', true],
    ['trial', no(403, 29), 'permission', true],
    ['scope', no(403, 3), 'permission', true],
    ['an unknown 403', no(403, 999), 'permission', false],
    ['429', no(429, 8), 'rate-limited', true],
    ['a field', no(400, 1), 'invalid', true],
    ['a board', no(404, 40), 'invalid', true],
    ['a picture', no(400, 235), 'invalid', true],
    ['an address', no(400, 0, 'Unable to reach the URL.'), 'invalid', true],
    ['an unknown code', no(400, 987_654), 'invalid', false],
    ['a server in trouble', no(500, 0), 'transient', false],
    ['HTML', { status: 503, body: '<html>' }, 'transient', false],
    ['a closed connection', 'cut', 'unknown', false],
    ['a yes that nobody understands', { status: 201, body: {} }, 'unknown', false],
  ] satisfies [string, Reply, FailureKind, boolean][])(
    'as %s',
    async (_name, reply, kind, proves) => {
      const { result } = await attempt(reply);
      expect(result).toMatchObject({
        status: proves ? 'rejected' : 'ambiguous',
        failure: { kind },
      });
    },
  );

  it('tells how much is left of which window', async () => {
    const headers = {
      'x-ratelimit-limit': '60, 100;w=1, 60;w=60',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '12',
    };
    const { observations } = await attempt(no(429, 8), headers);
    expect(observations).toEqual([
      {
        bucket: 'writes',
        refused: true,
        limit: 60,
        remaining: 0,
        resetAt: '2027-01-04T08:00:12.000Z',
        windowSeconds: 60,
      },
    ]);
  });
});

it('sends a picture as its bytes, and no token in an address', async () => {
  const { received } = await attempt({ status: 201, body: { id: '9' } });
  expect(received[0]?.json).toEqual({
    board_id: '7',
    description: 'Boots',
    alt_text: 'Boots',
    media_source: {
      source_type: 'image_base64',
      content_type: 'image/jpeg',
      data: '/9j/4AAQSkZJRgA=',
    },
  });
  expect(received[0]?.headers.get('authorization')).toBe('Bearer token');
  expect([...(received[0]?.search ?? [])]).toEqual([]);
});
