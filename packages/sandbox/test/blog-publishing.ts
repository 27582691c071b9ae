import { instant } from '@affiche/core';
import { describe, expect, it } from 'vitest';
import { openBlog, type Blog } from './blog.ts';
import { picture } from './crash-matrix.ts';

const markdown = [
  '# The galette & co',
  'With *almonds* ![Pixel](pixel.png) <script>alert(1)</script>',
  '![Alone](./pixel.png)',
  '- a\n- b',
  '> said',
  '```js\nx < y\n```',
].join('\n\n');

/** What the adapter must be able to do on a blog, real or not. */
export function testBlogPublishing(
  name: string,
  open: () => Promise<Blog>,
  categories: readonly string[] = ['News & more'],
): void {
  describe(`on ${name}`, () => {
    it('shows a post from Markdown with a picture, categories, tags and a comment, once', async () => {
      const blog = openBlog(await open());
      const draft = {
        items: [
          { text: markdown, media: [picture] },
          { text: 'First! 1 < 2 & 3', role: 'first-comment' },
        ],
      };
      const options = { categories, tags: ['été', 'galette'], excerpt: 'Back.' };
      const outputs = await blog.publish(draft, options, `all ${blog.account.id}`);
      const again = await blog.publish(
        { items: [draft.items[0]] },
        { ...options, slug: `another-${blog.account.id}` },
      );
      const { body } = await blog.ask(`/posts/${outputs['post-0']?.id}?context=edit`);
      const { body: second } = await blog.ask(`/posts/${again['post-0']?.id}?context=edit`);
      const address = (outputs['upload-0']!.data as { address: string }).address;
      expect(body).toMatchObject({
        status: 'publish',
        // Of an author it is stored with entities.
        title: { raw: expect.stringMatching(/^The galette &(?:amp;)? co$/) as string },
        categories: second['categories'],
        tags: second['tags'],
        featured_media: Number(outputs['upload-0']?.id),
        link: outputs['post-0']?.url,
      });
      const { raw } = body['content'] as unknown as { raw: string };
      expect(raw).toContain(`<figure class="wp-block-image"><img src="${address}" alt="Alone" />`);
      expect(raw).not.toContain('script');
      expect(raw).toContain('<!-- wp:list -->');
      const { body: comments } = await blog.ask(`/comments?post=${outputs['post-0']?.id}`);
      expect(comments).toMatchObject([
        { content: { rendered: '<p>First! 1 &lt; 2 &amp; 3</p>\n' }, parent: 0 },
      ]);
      expect(outputs['post-1']?.id).toBe(
        `${outputs['post-0']?.id}#comment-${(comments as unknown as { id: number }[])[0]?.id}`,
      );
    });

    it('takes a post back into the trash, and its files away, twice as well as once', async () => {
      const blog = openBlog(await open());
      const draft = { items: [{ text: 'Oops, a picture.', media: [picture] }] };
      const outputs = await blog.publish(draft, {}, 'oops');
      for (const step of blog.compile(draft, {}, 'oops').flatMap((each) => [each, each])) {
        await blog.platform.undo(blog.account, step, outputs[step.id]!, blog.io);
      }
      const { body } = await blog.ask(`/posts/${outputs['post-0']?.id}?context=edit`);
      expect(body).toMatchObject({ status: 'trash' });
    });

    it('leaves a post to the blog until its time', async () => {
      const blog = openBlog(await open());
      const scheduledAt = instant(Date.now() + 3_600_000);
      const draft = { items: [{ text: 'Tomorrow.' }] };
      const outputs = await blog.publish(draft, { scheduledAt }, blog.account.id);
      const { body } = await blog.ask(`/posts/${outputs['post-0']?.id}?context=edit`);
      expect(body).toMatchObject({ status: 'future', date_gmt: scheduledAt.slice(0, 19) });
      const step = blog.compile(draft, { scheduledAt }, blog.account.id).at(-1)!;
      const found = await blog.platform.reconcile(
        blog.account,
        step,
        { outputs },
        instant(Date.now()),
        blog.io,
      );
      expect(found).toMatchObject({ status: 'applied', output: { id: outputs['post-0']?.id } });
    });

    it('leaves a post alone that has its slug, unless it is its own', async () => {
      const blog = openBlog(await open());
      const slug = `twins-${blog.account.id}`;
      const other = { title: 'A', content: 'Of somebody else.', slug, status: 'draft' };
      const { body } = await blog.ask('/posts', 'POST', other);
      const draft = { items: [{ text: 'Twins.' }] };
      const [step] = blog.compile(draft, { slug });
      expect(await blog.platform.run(blog.account, step!, { outputs: {} }, blog.io)).toMatchObject({
        status: 'rejected',
        failure: { kind: 'invalid' },
      });
      await blog.ask(`/posts/${body['id']}`, 'POST', { title: 'Twins.', content: '<p>Twins.</p>' });
      const outputs = await blog.publish(draft, { slug });
      expect(outputs['post-0']).toMatchObject({ id: String(body['id']), data: { slug } });
    });

    it('refuses a type of file for good, and a wrong password', async () => {
      const blog = openBlog(await open());
      const media = [{ ...picture, source: { path: 'x.exe' }, mimeType: 'application/x-dosexec' }];
      const [step] = blog.compile({ items: [{ text: 'x', media }] });
      const io = { ...blog.io, openMedia: async () => new Uint8Array([77, 90, 0, 1]) };
      expect(await blog.platform.run(blog.account, step!, { outputs: {} }, io)).toMatchObject({
        status: 'rejected',
        failure: { kind: 'invalid', status: 500, code: 'rest_upload_unknown_error' },
      });
      const stranger = { ...(await open()), password: 'wrong' };
      const { platform, account, io: locked } = openBlog(stranger);
      await expect(platform.verify(account, locked)).rejects.toMatchObject({
        details: { failure: { kind: 'auth-expired' } },
      });
      await expect(blog.platform.verify(blog.account, blog.io)).resolves.toBeUndefined();
    });
  });
}
