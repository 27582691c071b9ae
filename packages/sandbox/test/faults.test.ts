import { simulatedClock } from '@affiche/core';
import {
  blueskySandbox,
  type Fault,
  type FaultEffect,
  faultEffects,
  mastodonSandbox,
  type Sandbox,
} from '@affiche/sandbox';
import { describe, expect, it } from 'vitest';
import { pixel } from './personal-data-server/blobs.ts';

/** What came of a request: the answer's status, or how it was lost. */
type Outcome = number | 'cut' | 'half' | 'silence';

/** What each effect is for the client, and whether the post is there afterwards. */
const expected: Partial<Record<FaultEffect, readonly [Outcome, posts: number]>> = {
  'cut-before-commit': ['cut', 0],
  'cut-after-commit': ['cut', 1],
  'cut-mid-answer': ['half', 1],
  'error-before-commit': [503, 0],
  'error-after-commit': [503, 1],
  'reject-after-commit': [400, 1],
  'slow-before-commit': [200, 1],
  'slow-after-commit': [200, 1],
  'hang-after-commit': ['silence', 1],
  'rate-limit': [429, 0],
};

async function outcomeOf(request: Promise<Response>): Promise<Outcome> {
  let response;
  try {
    response = await request;
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'silence' : 'cut';
  }
  const whole = await response.text().then(
    () => true,
    () => false,
  );
  return whole ? response.status : 'half';
}

/** Nobody waits for ever; nobody hurries where one fault or none is planned that answers. */
function patience({ faults }: Pick<Sandbox<unknown>, 'faults'>): AbortSignal {
  return AbortSignal.timeout(faults.left > 0 ? 500 : 10_000);
}

async function mastodon() {
  const server = await mastodonSandbox();
  const { id, credentials } = server.createAccount({ handle: 'bakery' });
  const headers = { authorization: `Bearer ${credentials['accessToken']}` };
  const call = (method: string, path: string, body?: FormData | URLSearchParams) =>
    fetch(`${server.url}${path}`, {
      method,
      headers,
      signal: patience(server),
      ...(body && { body }),
    });
  const post = () =>
    outcomeOf(call('POST', '/api/v1/statuses', new URLSearchParams({ status: 'Hello.' })));
  return { server, id, call, post };
}

async function bluesky() {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const server = await blueskySandbox({ clock });
  const { id, handle, password } = server.createAccount({ handle: 'bakery.test' });
  let token = '';
  const send = (nsid: string, json: object, authorization = token) =>
    fetch(`${server.url}/xrpc/${nsid}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${authorization}` },
      body: JSON.stringify(json),
      signal: patience(server),
    });
  const login = await send('com.atproto.server.createSession', { identifier: handle, password });
  const session = (await login.json()) as { accessJwt: string; refreshJwt: string };
  token = session.accessJwt;
  const record = { text: 'Hello.', createdAt: '2027-01-04T11:00:00Z' };
  const post = (authorization?: string) =>
    send(
      'com.atproto.repo.createRecord',
      { repo: id, collection: 'app.bsky.feed.post', record },
      authorization,
    );
  return { server, id, send, post, session };
}

async function chanceOutcomes(): Promise<Outcome[]> {
  const { server, post } = await mastodon();
  await using _ = server;
  server.faults.random({ rate: 0.4, effects: ['error-before-commit', 'cut-after-commit'] });
  const outcomes: Outcome[] = [];
  for (let count = 0; count < 40; count += 1) outcomes.push(await post());
  return outcomes;
}

const postFault = { on: 'POST com.atproto.repo.createRecord', status: 503, delaySeconds: 0.01 };

describe.each(Object.entries(expected))('%s', (effect, [outcome, posts]) => {
  it(`gives ${outcome} and leaves ${posts} posts on Bluesky`, async () => {
    const { server, id, post } = await bluesky();
    await using _ = server;
    server.faults.add({ ...postFault, effect: effect as FaultEffect });
    expect(await outcomeOf(post())).toBe(outcome);
    expect(server.posts(id)).toHaveLength(posts);
    expect(await outcomeOf(post())).toBe(200);
    expect(server.faults.struck).toEqual([{ request: postFault.on, effect }]);
  });

  it(`does the same on Mastodon`, async () => {
    const { server, id, post } = await mastodon();
    await using _ = server;
    server.faults.add({ ...postFault, on: 'POST /api/v1/statuses', effect: effect as FaultEffect });
    // Mastodon's word for a bad request is 422.
    expect(await post()).toBe(outcome === 400 ? 422 : outcome);
    expect(server.posts(id)).toHaveLength(posts);
    expect(await post()).toBe(200);
  });
});

describe('a fault', () => {
  it('ends a Bluesky access token for good, and a refresh mends it', async () => {
    const { server, send, post, session } = await bluesky();
    await using _ = server;
    server.faults.add({ on: 'POST com.atproto.repo.*', effect: 'expire-token' });
    for (const response of [await post(), await post()]) {
      expect(await response.json()).toMatchObject({ error: 'ExpiredToken' });
    }
    const refresh = await send('com.atproto.server.refreshSession', {}, session.refreshJwt);
    const { accessJwt } = (await refresh.json()) as { accessJwt: string };
    expect((await post(accessJwt)).status).toBe(200);
  });

  it('says when to come back, or keeps silent about it', async () => {
    const { server, call } = await mastodon();
    await using _ = server;
    const limit: Fault = { on: 'GET *', effect: 'rate-limit' };
    server.faults.add({ ...limit, retryAfterSeconds: 7 });
    server.faults.add(limit);
    const path = '/api/v1/accounts/verify_credentials';
    expect((await call('GET', path)).headers.get('retry-after')).toBe('7');
    expect((await call('GET', path)).headers.get('retry-after')).toBe(null);
  });

  it.each([
    ['media-stuck', 206],
    ['media-failed', 422],
    ['media-lost', 404],
  ] as const)('%s makes an upload one that can never be attached', async (effect, status) => {
    const { server, call, id: owner } = await mastodon();
    await using _ = server;
    server.faults.add({ on: 'POST /api/v2/media', effect });
    const form = new FormData();
    form.set('file', new File([pixel], 'pixel.png', { type: 'image/png' }));
    const { id } = (await (await call('POST', '/api/v2/media', form)).json()) as { id: string };
    expect((await call('GET', `/api/v1/media/${id}`)).status).toBe(status);
    const attach = new URLSearchParams({ status: 'Picture', 'media_ids[]': id });
    expect((await call('POST', '/api/v1/statuses', attach)).status).toBe(422);
    expect(server.posts(owner)).toEqual([]);
  });

  it('strikes the requests it names, after so many and so many times', async () => {
    const { server, post, call } = await mastodon();
    await using _ = server;
    server.faults.add({
      on: 'POST /api/v1/statuses',
      effect: 'cut-before-commit',
      after: 1,
      times: 2,
    });
    expect((await call('GET', '/api/v1/instance')).status).toBe(200);
    expect(server.faults.left).toBe(2);
    expect([await post(), await post(), await post(), await post()]).toEqual([
      200,
      'cut',
      'cut',
      200,
    ]);
    expect(server.faults.left).toBe(0);
  });

  it('strikes by chance as often as asked, and the same ones for the same seed', async () => {
    const outcomes = await chanceOutcomes();
    expect(await chanceOutcomes()).toEqual(outcomes);
    const struck = outcomes.filter((outcome) => outcome !== 200).length;
    expect(struck).toBeGreaterThan(8);
    expect(struck).toBeLessThan(24);
  });

  it('is refused when there is none of that name', async () => {
    const { server } = await mastodon();
    await using _ = server;
    const effect = 'cut-somewhere' as FaultEffect;
    expect(() => server.faults.add({ on: '*', effect })).toThrow('no fault effect "cut-somewhere"');
    expect(faultEffects).toHaveLength(14);
  });
});
