import { Draft } from '@affiche/core';
import { wordpress } from '@affiche/platforms/wordpress';
import { wordpressSandbox } from '@affiche/sandbox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { adapterIo } from '../../packages/sandbox/test/adapter-io.ts';
import { openBlog } from '../../packages/sandbox/test/blog.ts';
import { testBlogPublishing } from '../../packages/sandbox/test/blog-publishing.ts';
import { questionBlog } from '../../packages/sandbox/test/blog-questions.ts';
import { publishPersistently } from '../../packages/sandbox/test/persistent-publisher.ts';
import { startWordPress, type WordPress } from './server.ts';

let server: WordPress;
beforeAll(async () => {
  server = await startWordPress();
});
afterAll(() => server[Symbol.asyncDispose]());

const as = (username: 'admin' | 'author') => ({
  host: server.host,
  username,
  password: server.passwords[username],
});

testBlogPublishing('a real WordPress, as an administrator', async () => as('admin'));
// Only editors make categories.
testBlogPublishing('a real WordPress, as an author', async () => as('author'), []);

it('the sandbox answers as a real WordPress does', async () => {
  await using sandbox = await wordpressSandbox();
  const { password } = sandbox.createAccount({ handle: 'admin' });
  const ours = await questionBlog({ host: sandbox.host, username: 'admin', password });
  expect(ours).toEqual(await questionBlog(as('admin')));
});

it('publishes what waits when its time has come', async () => {
  const blog = openBlog(as('admin'));
  const scheduledAt = new Date(Date.now() + 62_000).toISOString();
  const outputs = await blog.publish({ items: [{ text: 'Soon.' }] }, { scheduledAt }, 'soon');
  const path = `/posts/${outputs['post-0']?.id}`;
  expect((await blog.ask(`${path}?context=edit`)).body).toMatchObject({ status: 'future' });
  await blog.ask(path, 'POST', { date_gmt: '2026-01-01T00:00:00' });
  server.wakeUp();
  expect((await blog.ask(path)).body).toMatchObject({ status: 'publish' });
});

/** What becomes of a request to a server that cannot be told to fail: the way there or back does. */
const accidents: Readonly<Record<string, (send: () => Promise<Response>) => Promise<Response>>> = {
  'is lost before it arrives': () => Promise.reject(new TypeError('fetch failed')),
  'arrives, and its answer is lost': async (send) => {
    await send();
    throw new TypeError('fetch failed');
  },
  'arrives, and its answer is an error page': async (send) => {
    await send();
    return new Response('<html>', { status: 502 });
  },
  'arrives, and its answer is a refusal': async (send) => {
    await send();
    return Response.json({ code: 'plugin_trouble', message: 'No.' }, { status: 400 });
  },
  'arrives twice': async (send) => {
    await send();
    return send();
  },
};

describe.each(Object.entries(accidents))('a request that %s', (name, accident) => {
  it.each(['/posts', '/posts/:id', '/comments'])(
    'to %s leaves one post and one comment',
    async (on) => {
      const { account, ask, io } = openBlog(as('author'));
      const text = `Galette ${name} ${on}`;
      const draft = Draft.parse({
        id: text,
        items: [{ text }, { text: `On ${text}`, role: 'first-comment' }],
      });
      let struck = 0;
      const unlucky: typeof fetch = (input, init) => {
        const request = new Request(input, init);
        const path = new URL(request.url).pathname.replace('/wp-json/wp/v2', '');
        const isMeant = request.method === 'POST' && path.replace(/\d+$/, ':id') === on;
        if (!isMeant || struck > 0) return fetch(request);
        struck += 1;
        return accident(() => fetch(request.clone()));
      };
      const world = { ...adapterIo(io.credentials), fetch: unlucky };
      await publishPersistently(wordpress(), draft, { account, io: world });
      const { body } = await ask(
        `/posts?search=${encodeURIComponent(name)}&per_page=50&context=edit`,
      );
      const posts = body as unknown as { id: number; content: { raw: string } }[];
      const matches = posts.filter(({ content }) =>
        content.raw.includes(`<p>${text.replace('&', '&amp;')}</p>`),
      );
      expect(matches).toHaveLength(1);
      const { body: comments } = await ask(`/comments?post=${matches[0]?.id}`);
      expect(comments).toHaveLength(1);
      expect(struck).toBe(1);
    },
  );
});
