import type { FailureKind } from '@affiche/core';
import { wordpress } from '@affiche/platforms/wordpress';
import { describe, expect, it } from 'vitest';
import { compose, seed } from '../composition.ts';
import { loopbackServer, type Reply } from '../loopback-server.ts';
import { testIo } from '../platform-io.ts';

const platform = wordpress();
const applicationPassword = 'abcd efgh ijkl mnop';
const says = (status: number, code: string, message = 'In words.'): Reply => ({
  status,
  body: { code, message, data: { status } },
});

// The answer, what it means, and whether it proves that nothing was changed.
const table: [Reply, FailureKind, boolean][] = [
  [says(401, 'rest_not_logged_in'), 'auth-expired', true],
  [says(401, 'incorrect_password'), 'auth-expired', true],
  [says(403, 'rest_cannot_edit'), 'permission', true],
  [says(403, 'rest_cannot_publish'), 'permission', true],
  [says(400, 'rest_invalid_param'), 'invalid', true],
  [says(404, 'rest_post_invalid_id'), 'gone', true],
  [{ status: 429, body: '<h1>Slow down</h1>' }, 'rate-limited', true],
  [{ status: 403, body: '<html>Firewall</html>' }, 'permission', false],
  [{ status: 503, body: '<html>Maintenance</html>' }, 'transient', false],
  [says(500, 'internal_server_error'), 'transient', false],
  [says(400, 'plugin_trouble'), 'invalid', false],
  [{ status: 200, body: '<b>Warning</b>: PHP' }, 'unknown', false],
  ['cut', 'unknown', false],
];

async function attempt(reply: Reply, settings: Parameters<typeof wordpress>[0] = {}) {
  await using server = await loopbackServer(() => reply);
  const adapter = wordpress(settings);
  const { account, ...rest } = compose(platform, 'hello', { host: server.host });
  const step = adapter.compile({ account, ...rest }, seed).find(({ id }) => id === 'post-0');
  const io = testIo({ username: 'baker', applicationPassword });
  const result = await adapter.run(account, step!, { outputs: { 'draft-0': { id: '7' } } }, io);
  return { result, received: server.received };
}

describe('a refusal', () => {
  it.each(table)('%j', async (reply, kind, proves) => {
    const { result, received } = await attempt(reply);
    expect(result).toMatchObject({
      status: proves ? 'rejected' : 'ambiguous',
      failure: { kind },
    });
    expect(received.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /wp-json/wp/v2/posts/7',
    ]);
    expect(JSON.stringify(result)).not.toContain('efgh');
  });
});

it('finds the interface below a path, and where there are no pretty addresses', async () => {
  const reply = { body: { id: 7, slug: 'x', status: 'publish' } };
  const below = await attempt(reply, { path: '/blog' });
  expect(below.received[0]?.path).toBe('/blog/wp-json/wp/v2/posts/7');
  const plain = await attempt(reply, { plainPermalinks: true });
  expect(plain.received[0]?.path).toBe('/');
  expect(plain.received[0]?.search.get('rest_route')).toBe('/wp/v2/posts/7');
  expect(plain.received[0]?.headers.get('authorization')).toBe(
    `Basic ${btoa(`baker:${applicationPassword}`)}`,
  );
  // The answer's slug is another than was wanted: somebody else has that one.
  expect(plain.result).toMatchObject({
    status: 'done',
    evidence: { statement: expect.stringContaining('another post has the slug') as string },
  });
});

it('makes no request without a password', async () => {
  await using server = await loopbackServer(() => ({}));
  const { account } = compose(platform, 'hello', { host: server.host });
  await expect(platform.verify(account, testIo({ username: 'a:b' }))).rejects.toMatchObject({
    code: 'invalid-credentials',
  });
  expect(server.received).toEqual([]);
});
