import type { FailureKind } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { composed, organization, platform } from './composed.ts';

const refusal = (status: number, body: object): Reply => ({ status, body: { status, ...body } });

// The answer, what it means, and whether it proves that no post was made.
const table: [string, Reply, FailureKind, boolean][] = [
  ['401', refusal(401, { serviceErrorCode: 65_602, message: 'expired' }), 'auth-expired', true],
  ['403 ACCESS_DENIED', refusal(403, { code: 'ACCESS_DENIED' }), 'permission', true],
  ['403 code 100', refusal(403, { serviceErrorCode: 100 }), 'permission', true],
  ['403 in other words', refusal(403, { message: 'resource is forbidden' }), 'permission', false],
  ['426', refusal(426, { code: 'NONEXISTENT_VERSION' }), 'blocked', true],
  ['400 VERSION_MISSING', refusal(400, { code: 'VERSION_MISSING' }), 'blocked', true],
  ['400 ILLEGAL_ARGUMENT', refusal(400, { code: 'ILLEGAL_ARGUMENT' }), 'invalid', true],
  ['400 in other words', refusal(400, { message: 'Bad Request' }), 'invalid', false],
  [
    '422 field',
    refusal(422, { message: 'ERROR :: /commentary :: field is required' }),
    'invalid',
    true,
  ],
  [
    '422 duplicate',
    refusal(422, { message: 'Content is a duplicate of urn:li:share:1' }),
    'duplicate',
    false,
  ],
  ['429', refusal(429, { message: 'limit' }), 'rate-limited', true],
  ['500', refusal(500, {}), 'transient', false],
  ['an unknown code', refusal(418, { serviceErrorCode: 4711 }), 'invalid', false],
  ['HTML', { status: 503, body: '<html>' }, 'transient', false],
  ['a yes without a name', { status: 201 }, 'unknown', false],
  ['a cut connection', 'cut', 'unknown', false],
];

async function attempt(reply: Reply, id = organization) {
  await using server = await loopbackServer(({ method }) =>
    method === 'POST' ? reply : { status: 404 },
  );
  const composition = composed('hello', { host: server.host, id });
  const [step] = platform.compile(composition, seed);
  const io = testIo({ accessToken: 'token' });
  const result = await platform.run(composition.account, step!, { outputs: {} }, io);
  return { result, received: server.received, observations: io.observations };
}

describe('a refusal of a post', () => {
  it.each(table)('as %s', async (_name, reply, kind, absent) => {
    const { result } = await attempt(reply);
    expect(result).toMatchObject({ status: absent ? 'rejected' : 'ambiguous', failure: { kind } });
  });

  it('names its version in every call', async () => {
    const { received } = await attempt('cut');
    const headers = received[0]?.headers;
    expect(headers?.get('linkedin-version')).toBe('202609');
    expect(headers?.get('x-restli-protocol-version')).toBe('2.0.0');
    expect(headers?.get('authorization')).toBe('Bearer token');
  });

  it('for want of budget is over at midnight UTC, or tried again within the hour', async () => {
    const { result, observations } = await attempt(refusal(429, {}));
    expect(result).toMatchObject({ failure: { retryAt: '2027-01-04T09:00:00.000Z' } });
    expect(observations).toEqual([{ bucket: 'posts', refused: true }]);
  });
});

describe('a member’s lost post', () => {
  it('is left to a person, for nobody may list it', async () => {
    const composition = composed('hello', { id: 'urn:li:person:abc' });
    const [step] = platform.compile(composition, seed);
    const io = testIo({ accessToken: 'token' });
    expect(step?.recognition).toBe('none');
    expect(
      await platform.reconcile(composition.account, step!, { outputs: {} }, seed.at, io),
    ).toMatchObject({ status: 'inconclusive' });
  });
});
