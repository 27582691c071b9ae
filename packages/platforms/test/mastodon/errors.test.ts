import { type FailureKind, instant } from '@affiche/core';
import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import type { Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';
import { instance, refusal } from './instance.ts';

const platform = mastodon();

// Status, words, what they mean, and whether they prove that no post was made.
const table: [number, string, FailureKind, boolean][] = [
  [401, 'The access token is invalid', 'auth-expired', true],
  [401, 'The access token was revoked', 'auth-expired', true],
  [401, 'Who are you?', 'auth-expired', false],
  [403, 'This action is outside the authorized scopes', 'permission', true],
  [403, 'Your login is currently disabled', 'blocked', true],
  [403, 'Something else', 'permission', false],
  [404, 'The post you are trying to reply to does not appear to exist.', 'gone', true],
  [404, 'Record not found', 'gone', false],
  [410, 'Gone', 'gone', false],
  [422, 'Validation failed: Text character limit of 500 exceeded', 'invalid', true],
  [
    422,
    'Validation failed: Cannot attach files that have not finished processing. Try again in a moment!',
    'transient',
    true,
  ],
  [422, 'Something else', 'invalid', false],
  [400, 'Bad Request: status too long', 'invalid', true],
  [429, 'Too many requests', 'rate-limited', true],
  [500, 'Validation failed: yet with 500', 'transient', false],
  [503, 'Remote data could not be fetched', 'transient', false],
];

async function attempt(reply: Reply) {
  await using server = await instance();
  const composition = compose(platform, 'hello', { host: server.host });
  const [step] = platform.compile(composition, seed);
  server.faults.push({ match: 'POST /api/v1/statuses', when: 'before', reply });
  return await platform.run(
    composition.account,
    step!,
    { outputs: {} },
    testIo({ accessToken: 'token' }),
  );
}

describe('a refusal of a post', () => {
  it.each(table)(
    'with %i "%s" means %s (proof of absence: %s)',
    async (status, words, kind, absent) => {
      expect(await attempt(refusal(status, words))).toMatchObject({
        status: absent ? 'rejected' : 'ambiguous',
        failure: { kind, status, payload: { error: words } },
      });
    },
  );

  it.each([
    [{ 'x-ratelimit-reset': '2027-01-04T08:05:00.123456Z' }, '2027-01-04T08:05:00.123Z'],
    [
      { 'retry-after': '30', 'x-ratelimit-reset': '2027-01-04T08:05:00Z' },
      '2027-01-04T08:00:30.000Z',
    ],
    [{ 'retry-after': 'Mon, 04 Jan 2027 08:01:00 GMT' }, '2027-01-04T08:01:00.000Z'],
    [{}, '2027-01-04T08:05:00.000Z'],
    [{ 'x-ratelimit-reset': '2027-01-04T07:59:00Z' }, '2027-01-04T08:00:01.000Z'],
  ])('for hurry says when to come back, by %j', async (headers, retryAt) => {
    expect(await attempt(refusal(429, 'rate limit reached', headers))).toMatchObject({
      failure: { kind: 'rate-limited', retryAt },
    });
  });

  it('keeps the token out of everything', async () => {
    const reply = refusal(403, 'Bearer token is outside the authorized scopes');
    expect(JSON.stringify(await attempt(reply))).not.toContain('Bearer token');
  });
});

describe('a budget', () => {
  it('is learnt from every answer', async () => {
    await using server = await instance();
    const io = testIo({ accessToken: 'token' });
    const headers = {
      'x-ratelimit-limit': '300',
      'x-ratelimit-remaining': '299',
      'x-ratelimit-reset': '2027-01-04T08:05:00.123456Z',
    };
    server.faults.push({
      match: 'GET /api/v2/instance',
      when: 'before',
      reply: { headers, body: {} },
    });
    await platform.facts({ platform: 'mastodon', id: '1', host: server.host }, io);
    expect(io.observations).toEqual([
      {
        bucket: 'requests',
        limit: 300,
        remaining: 299,
        resetAt: instant(Date.UTC(2027, 0, 4, 8, 5, 0, 123)),
        refused: false,
      },
    ]);
  });
});

describe('a file', () => {
  it.each([
    [422, 'Validation failed: File type is not supported', 'invalid'],
    [413, 'Payload too large', 'invalid'],
    [500, 'Error processing thumbnail', 'transient'],
  ] as const)('refused with %i "%s" is %s', async (status, words, kind) => {
    await using server = await instance();
    const media = [
      {
        source: { path: 'jpeg' },
        kind: 'image' as const,
        mimeType: 'image/jpeg',
        bytes: 11,
        alt: 'x',
      },
    ];
    const composition = compose(platform, { items: [{ media }] }, { host: server.host });
    const [step] = platform.compile(composition, seed);
    server.faults.push({
      match: 'POST /api/v2/media',
      when: 'before',
      reply: refusal(status, words),
    });
    const result = await platform.run(
      composition.account,
      step!,
      { outputs: {} },
      testIo({ accessToken: 'token' }),
    );
    expect(result).toMatchObject({ failure: { kind } });
  });
});
