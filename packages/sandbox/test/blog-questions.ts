import { type Blog, openBlog } from './blog.ts';

/** What a blog answered, reduced to what clients decide by. */
export interface BlogAnswer {
  readonly asked: string;
  readonly status: number;
  readonly said: unknown;
}

/** Asks a blog everything that the adapter's decisions hang on, and a little more. */
export async function questionBlog(server: Blog): Promise<BlogAnswer[]> {
  const blog = openBlog(server);
  const answers: BlogAnswer[] = [];
  const ask = async (path: string, method = 'GET', body?: unknown, names: string[] = []) => {
    const { status, body: told } = await blog.ask(path, method, body);
    const said = Array.isArray(told)
      ? told.map((each) => reduced(each, names))
      : reduced(told, names);
    const asked = `${method} ${path.replaceAll(/\/\d+/g, '/:id')} ${JSON.stringify(body) ?? ''}`;
    answers.push({ asked: asked.replaceAll(/"post":\d+/g, '"post":":id"'), status, said });
    return told;
  };
  const post = { title: 'Q & A', content: 'x', slug: 'question', status: 'publish' };
  const shown = ['slug', 'status', 'title', 'featured_media', 'comment_status', 'type'];
  const first = await ask('/posts', 'POST', post, shown);
  await ask('/posts', 'POST', post, shown);
  await ask('/posts', 'POST', { ...post, status: 'draft' }, shown);
  await ask('/posts', 'POST', { ...post, status: 'future', date_gmt: '2030-01-01T00:00:00' }, [
    'status',
    'date_gmt',
  ]);
  await ask('/posts', 'POST', { ...post, status: 'nonsense' });
  await ask('/posts', 'POST', { title: '', content: '' });
  await ask('/posts?slug=question&status=any&context=edit&_fields=slug,status', 'GET', undefined, [
    'slug',
    'status',
  ]);
  await ask('/posts?slug=nothing&status=any&context=edit');
  await ask('/posts/999999');
  await ask('/posts/999999', 'POST', { status: 'publish' });
  const id = Number(first['id']);
  await ask('/tags', 'POST', { name: 'Crème & co' }, ['name']);
  await ask('/tags', 'POST', { name: 'Crème & co' });
  await ask('/tags', 'POST', {});
  await ask('/tags?search=crème', 'GET', undefined, ['name']);
  const said = ['parent', 'status', 'type', 'content'];
  const comment = await ask('/comments', 'POST', { post: id, content: '1 &lt; 2' }, said);
  await ask('/comments', 'POST', { post: id, content: '1 &lt; 2' });
  await ask('/comments', 'POST', { post: id, content: '' });
  await ask('/comments', 'POST', { post: 999_999, content: 'x' });
  await ask(`/comments/${Number(comment['id'])}`, 'POST', { status: 'hold' }, ['status']);
  await ask(`/comments/${Number(comment['id'])}?force=true`, 'DELETE', undefined, ['deleted']);
  await ask('/comments/999999', 'POST', { status: 'hold' });
  await ask('/media', 'POST', undefined);
  await ask('/users/me?context=edit', 'GET', undefined, ['username']);
  await ask(`/posts/${id}`, 'DELETE', undefined, ['status', 'slug']);
  await ask(`/posts/${id}`, 'DELETE');
  await ask(`/posts/${id}?force=true`, 'DELETE', undefined, ['deleted']);
  await ask('/nonsense');
  return answers;
}

/** The code of a refusal, or the fields that were asked about, as they are shown to readers. */
function reduced(value: unknown, names: readonly string[]): unknown {
  const { code, data, ...fields } = value as Record<string, unknown> & { data?: object };
  if (typeof code === 'string')
    return { code, ...(data && { status: Reflect.get(data, 'status') as unknown }) };
  return Object.fromEntries(names.map((name) => [name, plain(fields[name])]));
}

function plain(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const rendered: unknown = Reflect.get(value, 'rendered');
  return typeof rendered === 'string' ? rendered.replaceAll('&#038;', '&amp;') : value;
}
