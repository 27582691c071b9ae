import type { Exchange } from '../http/exchange.ts';
import { chosen, escapeHtml, moment, type WordPress } from './context.ts';
import type { Post } from './posts.ts';

/** A post as the interface shows it; as it was written, too, to those who edit it. */
export function postView(wordPress: WordPress, post: Post, editing: boolean): object {
  const { id, slug, status, fields, account, createdAt, publishedAt } = post;
  const at = moment(publishedAt ?? createdAt);
  const [title, content, excerpt] = ['title', 'content', 'excerpt'].map((name) =>
    textOf(fields[name]),
  );
  return {
    id,
    date: at,
    date_gmt: at,
    guid: { rendered: `${wordPress.url()}/?p=${id}` },
    slug,
    status,
    type: 'post',
    link: linkOf(wordPress, post),
    title: { ...(editing && { raw: title }), rendered: escapeHtml(title ?? '') },
    content: {
      ...(editing && { raw: content }),
      rendered: (content ?? '').replaceAll(/<!-- \/?wp:.*? -->/g, ''),
      protected: false,
    },
    excerpt: {
      ...(editing && { raw: excerpt }),
      rendered: `<p>${excerpt}</p>\n`,
      protected: false,
    },
    author: account,
    featured_media: Number(fields['featured_media'] ?? 0),
    comment_status: textOf(fields['comment_status']) || 'open',
    categories: listOf(fields['categories'], [1]),
    tags: listOf(fields['tags'], []),
  };
}

/** The answer to a request about one post. */
export function postAnswer(wordPress: WordPress, exchange: Exchange, post: Post, status = 200) {
  const editing =
    status === 201 || exchange.method !== 'GET' || exchange.query.get('context') === 'edit';
  return { status, body: chosen(exchange, postView(wordPress, post, editing)) };
}

/** Where people see a post. */
export function linkOf({ url }: WordPress, { id, slug, status }: Post): string {
  return status === 'publish' || status === 'private' ? `${url()}/${slug}/` : `${url()}/?p=${id}`;
}

/** A file as the interface shows it. */
export function mediaView({ url }: WordPress, { id, slug, fields, createdAt, account }: Post) {
  return {
    id,
    date_gmt: moment(createdAt),
    slug,
    status: 'inherit',
    type: 'attachment',
    author: account,
    alt_text: textOf(fields['alt_text']),
    media_type: textOf(fields['mime_type']).startsWith('image/') ? 'image' : 'file',
    mime_type: textOf(fields['mime_type']),
    source_url: `${url()}/wp-content/uploads/${textOf(fields['file'])}`,
  };
}

/** The text of a field, which may be wrapped as the interface shows it. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const raw: unknown = typeof value === 'object' && value ? Reflect.get(value, 'raw') : undefined;
  return typeof raw === 'string' ? raw : '';
}

function listOf(value: unknown, otherwise: number[]): number[] {
  return Array.isArray(value) ? value.map(Number) : otherwise;
}
