import { mastodon } from '@affiche/platforms/mastodon';
import { describe, expect, it } from 'vitest';
import { loopbackServer, type Reply } from './loopback-server.ts';
import { testIo } from './platform-io.ts';

const platform = mastodon();

/** What was learnt about budgets from an answer with these headers, at 2027-01-04T08:00:00Z. */
async function learn(headers: Record<string, string>) {
  await using server = await loopbackServer(() => ({ headers, body: { version: '4.5.0' } }));
  const io = testIo({ accessToken: 'token' });
  await platform.facts({ platform: 'mastodon', id: '1', host: server.host }, io);
  return io.observations[0];
}

async function ask(reply: Reply) {
  await using server = await loopbackServer(() => reply);
  const io = testIo({ accessToken: 'token' });
  const account = { platform: 'mastodon', id: '1', host: server.host };
  return await platform.facts(account, io).catch((error: unknown) => error);
}

describe('what an answer says about a budget', () => {
  const resetAt = '2027-01-04T08:01:00.000Z';
  it.each([
    [{ 'x-ratelimit-reset': '2027-01-04T08:01:00Z' }, { resetAt }],
    [{ 'x-ratelimit-reset': '1799049660' }, { resetAt }],
    [{ 'x-rate-limit-reset': '1799049660000' }, { resetAt }],
    [{ 'x-ratelimit-reset': '60' }, { resetAt }],
    [{ 'x-ratelimit-reset': '59.9999' }, { resetAt }],
    [{ 'retry-after': '60' }, { resetAt }],
    [{ 'retry-after': 'Mon, 04 Jan 2027 08:01:00 GMT' }, { resetAt }],
    [{ 'retry-after': '60', 'x-ratelimit-reset': '300' }, { resetAt }],
    [
      { 'ratelimit-limit': '100', 'ratelimit-remaining': '7' },
      { limit: 100, remaining: 7 },
    ],
    [{ ratelimit: 'limit=100, remaining=7, reset=60' }, { limit: 100, remaining: 7, resetAt }],
    [
      { ratelimit: '"default";r=7;t=60', 'ratelimit-policy': '100;w=900' },
      { limit: 100, remaining: 7, resetAt, windowSeconds: 900 },
    ],
    [
      { ratelimit: '"default";r=7;t=60', 'ratelimit-policy': '"default";q=100;w=900' },
      { limit: 100, remaining: 7, resetAt, windowSeconds: 900 },
    ],
  ])('is read from %j', async (headers, said) => {
    expect(await learn(headers as Record<string, string>)).toEqual({
      bucket: 'requests',
      refused: false,
      ...said,
    });
  });

  it.each([
    {},
    { 'x-ratelimit-reset': 'soon' },
    { 'x-ratelimit-limit': 'many' },
    { 'retry-after': '-5' },
    { 'retry-after': '2027-01-04 08:00' },
    { 'retry-after': '9'.repeat(40) },
  ])('is left alone where it is nonsense, as in %j', async (headers) => {
    expect(await learn(headers as Record<string, string>)).toBeUndefined();
  });
});

const failure = (kind: string) => ({
  code: 'platform-call-failed',
  details: { failure: { kind } },
});

describe('an answer', () => {
  it('that does not end is not read to its end', async () => {
    const endless = `{"version":"${'x'.repeat(9 * 1024 * 1024)}"}`;
    expect(await ask({ body: endless })).toMatchObject(failure('unknown'));
  });

  it('that is no JSON, or another thing than was asked for, is no answer', async () => {
    expect(await ask({ body: '<html>' })).toMatchObject(failure('unknown'));
    expect(await ask({ body: '[1, 2' })).toMatchObject(failure('unknown'));
    expect(await ask({ body: ['version'] })).toMatchObject(failure('unknown'));
  });

  it('that sends us elsewhere is not followed, and says where', async () => {
    const headers = { location: 'https://elsewhere.example/api' };
    expect(await ask({ status: 301, headers })).toMatchObject({
      ...failure('unknown'),
      hint: expect.stringContaining('elsewhere.example') as string,
    });
  });
});
