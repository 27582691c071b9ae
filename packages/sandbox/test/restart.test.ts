import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { simulatedClock } from '@affiche/core';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

// A second Node has to start, on a machine that may be busy.
it(
  'has everything that it confirmed after it was killed in the middle of its work',
  { timeout: 60_000 },
  async () => {
    const file = join(folder, 'mastodon.db');
    const program = `
    import { mastodonSandbox } from '@affiche/sandbox';
    const server = await mastodonSandbox({ file: ${JSON.stringify(file)}, settings: { rateLimits: false } });
    const { credentials } = server.createAccount({ handle: 'bakery' });
    console.log(JSON.stringify({ url: server.url, token: credentials.accessToken }));
  `;
    const child = spawn(
      process.execPath,
      ['--conditions=@affiche/source', '--input-type=module', '--eval', program],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    children.push(child);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { url, token } = JSON.parse(line) as { url: string; token: string };
    const confirmed: string[] = [];
    const write = async (writer: number) => {
      for (let count = 0; ; count += 1) {
        const response = await fetch(`${url}/api/v1/statuses`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: new URLSearchParams({ status: `${writer} ${count}` }),
        });
        const { id } = (await response.json()) as { id: string };
        confirmed.push(id);
        if (confirmed.length === 60) child.kill('SIGKILL');
      }
    };
    const ends = await Promise.allSettled([write(1), write(2), write(3)]);
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);

    await using server = await mastodonSandbox({ file });
    const { id, credentials } = server.createAccount({ handle: 'bakery' });
    expect(credentials['accessToken']).toBe(token);
    const kept = server.posts(id).map((post) => post.id);
    expect(kept).toEqual(expect.arrayContaining(confirmed));
    // One answer per writer may have been on its way.
    expect(kept.length).toBeLessThanOrEqual(confirmed.length + 3);
  },
);

it('goes on where it was: sessions, posts, counts, budgets and the time', async () => {
  const file = join(folder, 'bluesky.db');
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  const open = () => blueskySandbox({ file, clock, seed: 'restart' });
  const first = await open();
  expect(first.lastActivityAt).toBe(undefined);
  const account = first.createAccount({ handle: 'bakery.test', followers: 3000 });
  const { accessJwt } = await call(first.url, 'createSession', { json: account.credentials });
  const record = { text: 'Hello.', createdAt: '2027-01-04T11:00:00Z' };
  const json = { repo: account.id, collection: 'app.bsky.feed.post', record };
  const { uri } = await call(first.url, 'createRecord', { json, token: accessJwt });
  await clock.advance(3600);
  const question = { query: `uris=${encodeURIComponent(String(uri))}`, token: accessJwt };
  const before = await call(first.url, 'getPosts', question);
  await first.close();

  await using second = await open();
  expect(second.lastActivityAt).toBe('2027-01-04T11:00:00.000Z');
  expect(second.createAccount({ handle: 'bakery.test' })).toEqual(account);
  expect(await call(second.url, 'getPosts', question)).toEqual(before);
  expect(second.posts(account.id)).toMatchObject([{ text: 'Hello.' }]);
});

const places: Readonly<Record<string, string>> = {
  createSession: 'com.atproto.server.createSession',
  createRecord: 'com.atproto.repo.createRecord',
  getPosts: 'app.bsky.feed.getPosts',
};

async function call(
  url: string,
  method: string,
  { json, token, query = '' }: { json?: object; token?: unknown; query?: string },
): Promise<Record<string, unknown>> {
  const response = await fetch(`${url}/xrpc/${places[method]}?${query}`, {
    method: json ? 'POST' : 'GET',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${String(token)}` },
    ...(json && { body: JSON.stringify(json) }),
  });
  expect(response.status).toBe(200);
  return (await response.json()) as Record<string, unknown>;
}
