import { epochMilliseconds, instant, simulatedClock } from '@affiche/core';
import { mastodonDialects, mastodonSandbox, type MastodonSettings } from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';

async function start(settings: Partial<MastodonSettings>) {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await mastodonSandbox({ clock, settings });
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const headers = { authorization: `Bearer ${credentials['accessToken']}` };
  const get = (path: string) => fetch(`${server.url}${path}`, { headers });
  const post = async (fields: Record<string, string>, key?: string) => {
    const response = await fetch(`${server.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { ...headers, ...(key !== undefined && { 'idempotency-key': key }) },
      body: new URLSearchParams(fields),
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { server, clock, id, get, post };
}

describe('a repeated key', () => {
  it.each([
    ['honoured', 1, 1],
    ['ignored', 2, 6],
    ['racy', 1, 6],
  ] as const)('%s: %i posts one after the other, %i at once', async (idempotency, calm, busy) => {
    const { server, id, post } = await start({ idempotency });
    await using _ = server;
    for (let count = 0; count < 2; count += 1) await post({ status: 'One' }, 'one');
    expect(server.posts(id)).toHaveLength(calm);
    await Promise.all(Array.from({ length: 6 }, () => post({ status: 'Many' }, 'many')));
    expect(server.posts(id)).toHaveLength(calm + busy);
  });
});

describe('a scheduled post', () => {
  it('goes out at once on a server that ignores the wish, whose answer has no time', async () => {
    const { server, clock, id, post, get } = await start(mastodonDialects.hollo);
    await using _ = server;
    const later = instant(clock.now() + 3_600_000);
    const { body } = await post({ status: 'Later', scheduled_at: later });
    expect(body).not.toHaveProperty('scheduled_at');
    expect(server.posts(id)).toMatchObject([{ text: 'Later', publishedAt: instant(clock.now()) }]);
    expect((await get('/api/v1/scheduled_statuses')).status).toBe(404);
  });

  it('is refused when it is due in less than five minutes', async () => {
    const { server, clock, id, post } = await start({});
    await using _ = server;
    const soon = instant(clock.now() + 299_000);
    expect((await post({ status: 'Soon', scheduled_at: soon })).status).toBe(422);
    expect(server.posts(id)).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    ['500 characters', {}, 500, 200],
    ['501 characters', {}, 501, 422],
    ['501 characters where 1,000 are allowed', { maxCharacters: 1000 }, 501, 200],
  ])('%s', async (_name, settings, length, expected) => {
    const { server, post } = await start(settings);
    await using _ = server;
    expect((await post({ status: 'é'.repeat(length) })).status).toBe(expected);
  });

  it('count a link as the server says and a mention without its domain', async () => {
    const { server, post } = await start({ charactersReservedPerUrl: 23 });
    await using _ = server;
    const link = `https://example.com/${'x'.repeat(400)}`;
    const exact = `${'a'.repeat(470)} ${link} @anna`;
    expect((await post({ status: `${exact}@far.example` })).status).toBe(200);
    expect((await post({ status: `${exact}b` })).status).toBe(422);
    server.settings.charactersReservedPerUrl = 25;
    expect((await post({ status: exact })).status).toBe(422);
  });

  it.each([
    [{ status: ' ' }, "Text can't be blank"],
    [{ status: 'Hi', visibility: 'secret' }, 'Visibility'],
    [{ status: 'Hi', 'media_ids[]': '1' }, 'not found'],
    [{ status: 'Hi', 'poll[options][]': 'One', 'poll[expires_in]': '600' }, 'more than one item'],
  ])('refuse %j', async (fields, message) => {
    const { server, id, post } = await start({});
    await using _ = server;
    const { status, body } = await post(fields);
    expect([status, body['error']]).toEqual([422, expect.stringContaining(message)]);
    expect(server.posts(id)).toEqual([]);
  });
});

describe('too many requests', () => {
  it.each([true, false])('tell when to come back; Retry-After: %s', async (retryAfter) => {
    const { server, clock, get } = await start({ requestsPer5Minutes: 3, retryAfter });
    await using _ = server;
    const path = '/api/v1/accounts/verify_credentials';
    const first = await get(path);
    expect(first.headers.get('x-ratelimit-limit')).toBe('3');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('2');
    await clock.advance(60);
    await get(path);
    await get(path);
    const refused = await get(path);
    expect([refused.status, await refused.json()]).toEqual([429, { error: 'Too many requests' }]);
    expect(refused.headers.get('retry-after')).toBe(retryAfter ? '240' : null);
    const reset = refused.headers.get('x-ratelimit-reset') ?? '';
    expect(reset).toMatch(/\.\d{6}Z$/);
    await clock.advance((epochMilliseconds(reset) - clock.now()) / 1000);
    expect((await get(path)).status).toBe(200);
  });
});

it('gives each dialect its own name', async () => {
  for (const [dialect, name] of [
    ['goToSocial', 'gotosocial'],
    ['hollo', 'hollo'],
    ['old', 'mastodon'],
  ] as const) {
    const { server, get } = await start(mastodonDialects[dialect]);
    await using _ = server;
    const nodeinfo = (await (await get('/nodeinfo/2.0')).json()) as { software: { name: string } };
    expect(nodeinfo.software.name).toBe(name);
    expect((await get('/api/v2/instance')).status).toBe(dialect === 'old' ? 404 : 200);
  }
});
