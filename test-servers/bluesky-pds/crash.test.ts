import { Draft } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adapterIo } from '../../packages/sandbox/test/adapter-io.ts';
import { listPosts, logIn } from '../../packages/sandbox/test/bluesky-publishing.ts';
import { publishPersistently } from '../../packages/sandbox/test/persistent-publisher.ts';
import { type Server, startServer } from './server.ts';

let server: Server;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server[Symbol.asyncDispose]());

const draft = Draft.parse({
  id: 'crash',
  items: [{ text: 'One.' }, { text: 'Two, an answer to one.', role: 'reply' }],
});

/** What becomes of a request to a server that cannot be told to fail: the way there or back does. */
const accidents: Readonly<Record<string, (send: () => Promise<Response>) => Promise<Response>>> = {
  'is lost before it arrives': () => Promise.reject(new TypeError('fetch failed')),
  'arrives, and its answer is lost': async (send) => {
    await send();
    throw new TypeError('fetch failed');
  },
  'arrives, and its answer is an error': async (send) => {
    await send();
    return Response.json({ error: 'UpstreamFailure' }, { status: 502 });
  },
  'arrives, and its answer is a refusal': async (send) => {
    await send();
    return Response.json({ error: 'InvalidRequest' }, { status: 400 });
  },
  'arrives twice': async (send) => {
    await send();
    return send();
  },
};

it.each(
  Object.entries(accidents).flatMap(([name, accident]) =>
    [0, 1].map((after) => [name, after, accident] as const),
  ),
)('a post that %s (after %i) is there once in the end', async (_name, after, accident) => {
  const { url } = server;
  const { account, io } = await logIn(url);
  let puts = 0;
  const unlucky: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    if (!request.url.endsWith('com.atproto.repo.putRecord')) return fetch(request);
    puts += 1;
    return puts - 1 === after ? accident(() => fetch(request.clone())) : fetch(request);
  };
  const stage = { account, io: { ...adapterIo(io.credentials), fetch: unlucky } };
  const outputs = await publishPersistently(bluesky(), draft, stage);
  const posts = await listPosts(url, account.id);
  expect(posts.map(({ text }) => text).toSorted()).toEqual(['One.', 'Two, an answer to one.']);
  const answer = posts.find(({ reply }) => reply);
  expect(answer?.reply?.parent.uri).toBe(outputs['post-0']?.id);
});
