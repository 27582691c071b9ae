import type { Exchange } from '../http/exchange.ts';
import { type Route, route } from '../http/route.ts';
import { type Account, require, rights } from './accounts.ts';
import { page, parameter, refusal, type WordPress } from './context.ts';
import { allPosts, insertPost, type Post, requirePost, uniqueSlug, updatePost } from './posts.ts';
import { linkOf, postAnswer, postView, textOf } from './post-views.ts';

const base = '/wp-json/wp/v2/posts';
const cannot = {
  create: ['rest_cannot_create', 'Sorry, you are not allowed to create posts as this user.'],
  edit: ['rest_cannot_edit', 'Sorry, you are not allowed to edit this post.'],
  remove: ['rest_cannot_delete', 'Sorry, you are not allowed to delete this post.'],
  list: ['rest_forbidden_context', 'Sorry, you are not allowed to edit posts in this post type.'],
} as const;

/** Posts: made, listed, changed, and put into the trash. */
export function postRoutes(wordPress: WordPress): Route[] {
  const { database } = wordPress;
  return [
    route('GET', base, (exchange) => list(wordPress, exchange)),
    route('POST', base, (exchange) => create(wordPress, exchange)),
    route('GET', `${base}/:id`, (exchange) => {
      const post = requirePost(wordPress, Number(exchange.parameters['id']), 'post');
      const editing = exchange.query.get('context') === 'edit';
      if (editing || post.status !== 'publish') require(wordPress, exchange, 'edit', cannot.list);
      return postAnswer(wordPress, exchange, post);
    }),
    route('POST', `${base}/:id`, (exchange) => {
      const post = requirePost(wordPress, Number(exchange.parameters['id']), 'post');
      require(wordPress, exchange, 'edit', cannot.edit);
      const change = readPost(wordPress, exchange, post);
      return postAnswer(wordPress, exchange, updatePost(wordPress, post.id, change));
    }),
    route('DELETE', `${base}/:id`, (exchange) => {
      const post = requirePost(wordPress, Number(exchange.parameters['id']), 'post');
      require(wordPress, exchange, 'edit', cannot.remove);
      if (parameter(exchange, 'force') === 'true') {
        database.run('DELETE FROM post WHERE id = ?', post.id);
        const previous = postView(wordPress, post, true);
        return { status: 200, body: { deleted: true, previous } };
      }
      if (post.status === 'trash') {
        throw refusal(410, 'rest_already_trashed', 'The post has already been deleted.');
      }
      const slug = `${post.slug}__trashed`;
      const trashed = updatePost(wordPress, post.id, { status: 'trash', slug });
      return postAnswer(wordPress, exchange, trashed);
    }),
  ];
}

function list(wordPress: WordPress, exchange: Exchange) {
  const { query } = exchange;
  const editing = query.get('context') === 'edit';
  const statuses = (query.get('status') ?? 'publish').split(',');
  if (editing || statuses.some((each) => each !== 'publish')) {
    require(wordPress, exchange, 'edit', cannot.list);
  }
  const slugs = query.get('slug')?.split(',');
  const posts = allPosts(wordPress).filter(
    ({ status, slug }) =>
      (statuses.includes('any') || statuses.includes(status)) && (slugs?.includes(slug) ?? true),
  );
  return page(
    exchange,
    posts.toReversed().map((post) => postView(wordPress, post, editing)),
  );
}

function create(wordPress: WordPress, exchange: Exchange) {
  const account = require(wordPress, exchange, 'edit', cannot.create);
  const read = readPost(wordPress, exchange, undefined);
  const { title, content, excerpt } = read.fields;
  if ([title, content, excerpt].every((text) => textOf(text).trim() === '')) {
    throw refusal(400, 'empty_content', 'Content, title, and excerpt are empty.');
  }
  const post = insertPost(wordPress, account, { type: 'post', ...read });
  const headers = { location: linkOf(wordPress, post) };
  return { ...postAnswer(wordPress, exchange, post, 201), headers };
}

const knownStatuses = new Set(['publish', 'future', 'draft', 'pending', 'private']);

/** What a request makes of a post. */
function readPost(
  wordPress: WordPress,
  exchange: Exchange,
  known: Post | undefined,
): Pick<Post, 'slug' | 'status' | 'fields' | 'publishedAt'> {
  const { clock, settings } = wordPress;
  const asked = parameter(exchange, 'status') ?? known?.status ?? 'draft';
  if (!knownStatuses.has(asked)) {
    const why = 'status is not one of publish, future, draft, pending, and private.';
    throw refusal(400, 'rest_invalid_param', 'Invalid parameter(s): status', {
      params: { status: why },
    });
  }
  const isShown = asked === 'publish' || asked === 'future' || asked === 'private';
  if (isShown && !rights[settings.role].includes('publish')) {
    const why = 'Sorry, you are not allowed to publish posts in this post type.';
    throw refusal(403, 'rest_cannot_publish', why);
  }
  const { slug: wanted, status: _, date_gmt: date, ...fields } = exchange.fields;
  const dated = typeof date === 'string' ? Date.parse(`${date}Z`) : undefined;
  const publishedAt = dated ?? known?.publishedAt ?? (isShown ? clock.now() : null);
  const waits = publishedAt !== null && publishedAt > clock.now() + 60_000;
  const status =
    asked === 'publish' && waits ? 'future' : asked === 'future' && !waits ? 'publish' : asked;
  const title = textOf(fields['title'] ?? known?.fields['title']);
  const slug = typeof wanted === 'string' ? wanted : (known?.slug ?? '');
  return {
    // A draft has no slug by itself; one that it is given must differ from all others.
    slug:
      isShown || slug !== '' ? uniqueSlug(wordPress, slug || slugOf(title), known?.id ?? 0) : slug,
    status,
    fields: { ...known?.fields, ...fields },
    publishedAt,
  };
}

function slugOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '') || 'post'
  );
}

/** Whose a post is, for tests to look at. */
export function postsOf(wordPress: WordPress, { id }: Account): Post[] {
  return allPosts(wordPress).filter(
    ({ account, status }) => account === id && status === 'publish',
  );
}
