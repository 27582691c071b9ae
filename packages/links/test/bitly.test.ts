import { AfficheError, PlatformError, simulatedClock } from '@affiche/core';
import { bitly, bitlyFreePlan } from '@affiche/links';
import { describe, expect, test } from 'vitest';
import { bitlyServer } from './bitly-server.ts';

const token = 'secret-token-0001';
const link = {
  created_at: '2026-11-21T10:00:00+0000',
  id: 'bit.ly/3AbCdEf',
  link: 'https://bit.ly/3AbCdEf',
  long_url: 'https://example.com/p/1?utm_source=x',
};

function connect(
  { baseUrl }: { readonly baseUrl: string },
  options: Partial<Parameters<typeof bitly>[0]> = {},
) {
  const clock = simulatedClock({ start: '2027-01-04T08:00:00Z', automatic: true });
  return { clock, links: bitly({ token, clock, baseUrl, ...options }) };
}

async function refusal(work: Promise<unknown>): Promise<AfficheError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!AfficheError.isInstance(error)) throw new Error(`no refusal but ${String(error)}`);
  return error;
}

describe('shorten', () => {
  test.each([200, 201])('takes %i, an old link or a new one, for success', async (status) => {
    await using server = await bitlyServer();
    const { links } = connect(server, { domain: 'go.example.com', group: 'Ba1' });
    server.answer(status, link);
    expect(await links.shorten(link.long_url)).toEqual({
      id: 'bit.ly/3AbCdEf',
      url: 'https://bit.ly/3AbCdEf',
      target: link.long_url,
      createdAt: '2026-11-21T10:00:00.000Z',
    });
    expect(server.seen).toEqual([
      {
        method: 'POST',
        path: '/v4/shorten',
        authorization: `Bearer ${token}`,
        body: { long_url: link.long_url, domain: 'go.example.com', group_guid: 'Ba1' },
      },
    ]);
  });

  test('describes a link, and gives it a back half of your own', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.answer(201, link, 2);
    const made = await links.shorten(link.long_url, { title: 'Boots', tags: ['a'], slug: 'boots' });
    expect(made.url).toBe('https://bit.ly/boots');
    expect(server.seen.map(({ path, body }) => [path, body])).toEqual([
      ['/v4/bitlinks', { long_url: link.long_url, title: 'Boots', tags: ['a'] }],
      ['/v4/custom_bitlinks', { custom_bitlink: 'bit.ly/boots', bitlink_id: 'bit.ly/3AbCdEf' }],
    ]);
  });
});

describe('expand', () => {
  test('says where a short link leads', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.answer(200, link);
    expect((await links.expand('https://bit.ly/3AbCdEf?x=1'))?.target).toBe(link.long_url);
    expect(server.seen[0]?.body).toEqual({ bitlink_id: 'bit.ly/3AbCdEf' });
  });

  test('knows nothing of a link that is gone', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.answer(404, { message: 'NOT_FOUND' });
    expect(await links.expand('bit.ly/none')).toBeUndefined();
  });
});

describe('clicks', () => {
  test('gives the total and the series, newest last', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server, { limits: { concurrent: 1 } });
    server.answer(200, { total_clicks: 42, units: 2, unit: 'day' });
    server.answer(200, {
      link_clicks: [
        { date: '2026-11-20T00:00:00+0000', clicks: 3 },
        { date: '2026-11-19T00:00:00+0000', clicks: 39 },
      ],
    });
    expect(await links.clicks('https://bit.ly/3AbCdEf', { unit: 'day', units: 2 })).toEqual({
      total: 42,
      series: [
        { from: '2026-11-19T00:00:00.000Z', clicks: 39 },
        { from: '2026-11-20T00:00:00.000Z', clicks: 3 },
      ],
    });
    expect(server.seen.map(({ path }) => path)).toEqual([
      '/v4/bitlinks/bit.ly/3AbCdEf/clicks/summary?unit=day&units=2',
      '/v4/bitlinks/bit.ly/3AbCdEf/clicks?unit=day&units=2',
    ]);
  });

  test.each(['https://evil.example/../../user', 'bit.ly/', 'bit.ly', 'bit.ly/a/b', 'user/..'])(
    'refuses %s before anything is sent',
    async (url) => {
      await using server = await bitlyServer();
      const { links } = connect(server);
      expect((await refusal(links.clicks(url))).code).toBe('invalid-link');
      expect((await refusal(links.expand(url))).code).toBe('invalid-link');
      expect(server.seen).toEqual([]);
    },
  );
});

describe('limits', () => {
  test('never uses more than five connections at a time', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server, { limits: { perMinute: 100 } });
    server.answer(200, link, 12);
    server.hold();
    const work = Promise.all(Array.from({ length: 12 }, () => links.expand('bit.ly/a')));
    while (server.held() < 5) await turn();
    await turn();
    expect(server.held()).toBe(5);
    server.release();
    expect(await work).toHaveLength(12);
    expect(server.most()).toBe(5);
  });

  test('waits for room in the minute', async () => {
    await using server = await bitlyServer();
    const { clock, links } = connect(server, { limits: { perMinute: 3 } });
    server.answer(200, link, 7);
    await Promise.all(Array.from({ length: 7 }, () => links.expand('bit.ly/a')));
    expect(server.seen).toHaveLength(7);
    expect(clock.monotonic()).toBeGreaterThanOrEqual(120);
    expect(clock.monotonic()).toBeLessThan(181);
  });

  test('sends nothing beyond the month', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server, { limits: { perMonth: 1 } });
    server.answer(200, link);
    await links.expand('bit.ly/a');
    const error = await refusal(links.expand('bit.ly/a'));
    expect(error.code).toBe('bitly-quota');
    expect(server.seen).toHaveLength(1);
  });

  test('are read from Bitly itself', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.answer(200, {
      platform_limits: [
        { endpoint: '/v4/shorten', methods: [{ name: 'POST', limit: 1000, count: 12 }] },
        { endpoint: '/v4/expand', methods: [{ name: 'POST', limit: 1000 }] },
      ],
    });
    expect(await links.limits()).toEqual([
      { endpoint: '/v4/shorten', method: 'POST', limit: 1000, used: 12 },
      { endpoint: '/v4/expand', method: 'POST', limit: 1000, used: null },
    ]);
    expect(bitlyFreePlan.concurrent).toBe(5);
  });
});

describe('failures', () => {
  test.each([
    [401, 'UNAUTHORIZED', 'auth-expired'],
    [403, 'FORBIDDEN', 'permission'],
    [402, 'UPGRADE_REQUIRED', 'quota'],
    [429, 'API_USAGE_LIMIT_EXCEEDED', 'quota'],
    [429, 'MONTHLY_RATE_LIMIT_EXCEEDED', 'quota'],
    [429, 'MONTHLY_BSD_ENCODE_LIMIT_REACHED', 'quota'],
    [400, 'INVALID_ARG_LONG_URL', 'invalid'],
    [417, 'EXPECTATION_FAILED', 'invalid'],
    [422, 'UNPROCESSABLE_ENTITY', 'invalid'],
    [410, 'GONE', 'gone'],
  ])('%i %s is %s, and not tried again', async (status, message, kind) => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.answer(status, { message, errors: [{ field: 'long_url', error_code: 'invalid' }] });
    const error = await refusal(links.shorten('https://example.com'));
    expect(error).toBeInstanceOf(PlatformError);
    expect(error.code).toBe(`bitly-${kind}`);
    expect(error.details['failure']).toMatchObject({ kind, code: message, status });
    expect(error.message).toBe(`Bitly answered ${status} ${message} (long_url)`);
    expect(server.seen).toHaveLength(1);
  });

  test.each([429, 500, 503])('%i is tried again, three times in all', async (status) => {
    await using server = await bitlyServer();
    const { clock, links } = connect(server);
    server.answer(status, { message: 'RATE_LIMIT_EXCEEDED' }, 2);
    server.answer(200, link);
    expect((await links.shorten(link.long_url)).id).toBe(link.id);
    expect(clock.monotonic()).toBe(status === 429 ? 120 : 6);
    server.answer(status, '<html>', 3);
    const error = await refusal(links.shorten(link.long_url));
    expect(error.details['failure']).toMatchObject({ status, code: 'UNKNOWN' });
    expect(server.seen).toHaveLength(6);
  });

  test('a server that is not there is transient, and no secret is told', async () => {
    const server = await bitlyServer();
    const { links } = connect(server, { attempts: 1 });
    await server[Symbol.asyncDispose]();
    const error = await refusal(links.shorten('https://example.com'));
    expect(error.code).toBe('bitly-transient');
    expect(`${JSON.stringify(error)}${String(error)}${error.hint}`).not.toContain(token);
  });

  test('stops when told to', async () => {
    await using server = await bitlyServer();
    const { links } = connect(server);
    server.hold();
    const controller = new AbortController();
    const work = links.shorten('https://example.com', { signal: controller.signal });
    while (server.held() === 0) await turn();
    controller.abort(new Error('enough'));
    await expect(work).rejects.toThrow('enough');
    server.release();
  });
});

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
