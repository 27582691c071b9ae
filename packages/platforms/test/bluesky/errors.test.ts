import type { FailureKind } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { testIo } from '../platform-io.ts';
import type { Reply } from '../loopback-server.ts';
import { did, pds, refusal } from './pds.ts';

const platform = bluesky();

// Status, code, what it means, and whether it proves that no post was made.
const table: [number, string, FailureKind, boolean][] = [
  [400, 'ExpiredToken', 'auth-expired', true],
  [400, 'InvalidToken', 'auth-expired', true],
  [401, 'AuthMissing', 'auth-expired', true],
  [401, 'AuthenticationRequired', 'auth-expired', true],
  [400, 'AccountTakedown', 'blocked', true],
  [403, 'AccountDeactivated', 'blocked', true],
  [403, 'Forbidden', 'permission', true],
  [429, 'RateLimitExceeded', 'rate-limited', true],
  [400, 'InvalidRequest', 'invalid', false],
  [400, 'BlobNotFound', 'gone', true],
  [400, 'InvalidSwap', 'duplicate', false],
  [400, 'SomethingNew', 'invalid', false],
  [404, 'SomethingNew', 'gone', false],
  [409, 'SomethingNew', 'invalid', false],
  [500, 'InternalServerError', 'transient', false],
  [500, 'InvalidRequest', 'transient', false],
  [502, 'UpstreamFailure', 'transient', false],
  [503, 'NotEnoughResources', 'transient', false],
  [504, 'UpstreamTimeout', 'transient', false],
];

async function attempt(reply: Reply) {
  await using server = await pds();
  const composition = compose(platform, 'hello', { host: server.host });
  const [step] = platform.compile(composition, seed);
  server.faults.push({ method: 'com.atproto.repo.putRecord', when: 'before', reply });
  const io = testIo({ accessJwt: 'access-1', did });
  const impatient = { ...step!, timeoutSeconds: 0.2 };
  return await platform.run(composition.account, impatient, { outputs: {} }, io);
}

describe('a refusal of a post', () => {
  it.each(table)(
    'with %i %s means %s (proof of absence: %s)',
    async (status, code, kind, absent) => {
      const result = await attempt(refusal(status, code, 'in words'));
      expect(result).toMatchObject({
        status: absent ? 'rejected' : 'ambiguous',
        failure: { kind, code, status, payload: { error: code, message: 'in words' } },
      });
    },
  );

  it.each([
    ['a page of HTML', { status: 502, body: '<html>Bad gateway</html>' }, 'transient'],
    ['a yes that is no JSON', { body: 'OK' }, 'unknown'],
    ['a yes without an address', { body: { ok: true } }, 'unknown'],
    ['a redirect', { status: 307, headers: { location: 'https://elsewhere.example/' } }, 'unknown'],
    ['a cut connection', 'cut', 'unknown'],
    ['silence', 'silence', 'unknown'],
  ] as const)(
    'in the form of %s leaves it open whether there is a post',
    async (_name, reply, kind) => {
      expect(await attempt(reply)).toMatchObject({ status: 'ambiguous', failure: { kind } });
    },
  );

  it.each([
    'Invalid app.bsky.feed.post record: string too big (maximum 3000, got 7500) at $.text',
    'Invalid record key for app.bsky.feed.post: Invalid TID',
    'Could not find repo: did:plc:abc',
  ])('with "%s" proves that the server was still checking', async (words) => {
    const result = await attempt(refusal(400, 'InvalidRequest', words));
    expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'invalid' } });
  });

  it('hides secrets that a server repeats', async () => {
    const reply = refusal(400, 'InvalidRequest', 'bad header: Bearer eyJhbGciOi.eyJzdWIi.c2ln');
    expect(JSON.stringify(await attempt(reply))).not.toContain('eyJhbGciOi');
  });
});

describe('a server that cannot be reached', () => {
  it('rejects the step, since no byte left', async () => {
    const server = await pds();
    await server[Symbol.asyncDispose]();
    const composition = compose(platform, 'hello', { host: server.host });
    const [step] = platform.compile(composition, seed);
    const io = testIo({ accessJwt: 'access-1', did });
    const result = await platform.run(composition.account, step!, { outputs: {} }, io);
    expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'not-sent' } });
  });

  it('is not even tried when the work was called off', async () => {
    const composition = compose(platform, 'hello', { host: '127.0.0.1:1' });
    const [step] = platform.compile(composition, seed);
    const io = testIo({ accessJwt: 'access-1', did }, AbortSignal.abort());
    const result = await platform.run(composition.account, step!, { outputs: {} }, io);
    expect(result).toMatchObject({ status: 'rejected', failure: { kind: 'not-sent' } });
  });

  it.each(['', 'https://bsky.social', 'bsky.social/path', 'user@bsky.social', 'a b'])(
    'because its name is "%s" is a mistake to mend',
    async (host) => {
      const account = { platform: 'bluesky', id: did, host };
      await expect(platform.facts(account, testIo({}))).rejects.toMatchObject({
        code: 'invalid-host',
      });
    },
  );
});
