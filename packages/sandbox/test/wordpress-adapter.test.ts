import { simulatedClock } from '@affiche/core';
import { wordpressSandbox } from '@affiche/sandbox';
import { afterAll, expect, it } from 'vitest';
import { openBlog } from './blog.ts';
import { testBlogPublishing } from './blog-publishing.ts';

const server = await wordpressSandbox();
const { password } = server.createAccount({ handle: 'baker', followers: 50_000 });
afterAll(() => server.close());

testBlogPublishing('the sandbox', async () => ({ host: server.host, username: 'baker', password }));

it('has what readers comment: holds it, approves it, answers it, deletes it', async () => {
  const clock = simulatedClock({ start: '2027-01-04T11:00:00Z' });
  await using blogServer = await wordpressSandbox({ clock });
  const { password: secret, id } = blogServer.createAccount({ handle: 'baker', followers: 50_000 });
  const blog = openBlog({ host: blogServer.host, username: 'baker', password: secret });
  const { platform, account, io } = blog;
  const { inbox } = platform;
  const outputs = await blog.publish({ items: [{ text: 'The galette.' }] });
  await clock.advance(86_400);
  const { items } = await inbox.list(account, {}, io);
  const [first, second] = items;
  expect(new Set(items.map(({ inReplyTo }) => inReplyTo))).toEqual(
    new Set([outputs['post-0']?.id]),
  );
  const states = async () => {
    const { body } = await blog.ask('/comments?status=all&per_page=100');
    return new Map(
      (body as unknown as { id: number; post: number; status: string }[]).map((each) => [
        `${each.post}#comment-${each.id}`,
        each.status,
      ]),
    );
  };
  await inbox.hide(account, first!, io);
  expect((await states()).get(first!.id)).toBe('hold');
  await inbox.approve(account, first!, io);
  expect((await states()).get(first!.id)).toBe('approved');
  await inbox.remove(account, second!, io);
  expect((await states()).has(second!.id)).toBe(false);
  await blog.publish({ items: [{ text: 'Thank you <3' }], replyTo: { id: first!.id } });
  expect(blogServer.posts(id).at(-1)).toMatchObject({ text: 'Thank you <3', inReplyTo: first?.id });
  const post = { id: outputs['post-0']?.id ?? '', publishedAt: '2027-01-04T11:00:00Z' };
  const [comments] = await platform.insights(account, [post, { ...post, id: '999' }], io);
  expect(comments?.value).toBeGreaterThan(0);
});
