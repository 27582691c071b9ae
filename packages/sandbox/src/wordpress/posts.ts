import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Account } from './accounts.ts';
import { accountOf } from './accounts.ts';
import { refusal, type WordPress } from './context.ts';

/** A post or a file as the blog keeps it. Times are milliseconds since the epoch. */
export interface Post {
  readonly id: number;
  readonly account: number;
  readonly type: 'post' | 'attachment';
  readonly slug: string;
  readonly status: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
  readonly publishedAt: number | null;
}

/** Stores a post or a file. */
export function insertPost(
  { database, clock }: WordPress,
  { id: account }: Account,
  post: Pick<Post, 'type' | 'slug' | 'status' | 'fields' | 'publishedAt'>,
): Post {
  const row = database.one(
    `INSERT INTO post (account, type, slug, status, fields, created_at, published_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING *`,
    account,
    post.type,
    post.slug,
    post.status,
    JSON.stringify(post.fields),
    clock.now(),
    post.publishedAt,
  );
  return postFrom(row ?? {});
}

/** Changes a post. */
export function updatePost(wordPress: WordPress, id: number, change: Partial<Post>): Post {
  const post = { ...requirePost(wordPress, id, 'post'), ...change };
  const row = wordPress.database.one(
    'UPDATE post SET slug = ?, status = ?, fields = ?, published_at = ? WHERE id = ? RETURNING *',
    post.slug,
    post.status,
    JSON.stringify(post.fields),
    post.publishedAt,
    id,
  );
  return postFrom(row ?? {});
}

/** A post that is there, in the trash or not. */
export function requirePost(wordPress: WordPress, id: number, type: Post['type']): Post {
  const row = wordPress.database.one('SELECT * FROM post WHERE id = ? AND type = ?', id, type);
  if (!row) throw refusal(404, 'rest_post_invalid_id', 'Invalid post ID.');
  return due(wordPress, postFrom(row));
}

/** Every post outside the trash, oldest first. */
export function allPosts(wordPress: WordPress): Post[] {
  return wordPress.database
    .all("SELECT * FROM post WHERE type = 'post' AND status <> 'trash' ORDER BY id")
    .map((row) => due(wordPress, postFrom(row)));
}

/** The posts that readers see. */
export function visiblePosts(wordPress: WordPress): Post[] {
  return allPosts(wordPress).filter(({ status }) => status === 'publish');
}

/** The slug that a post gets: with a number, where another post has it. */
export function uniqueSlug({ database }: WordPress, slug: string, own: number): string {
  const taken = (text: string) =>
    database.one('SELECT 1 FROM post WHERE slug = ? AND id <> ?', text, own) !== undefined;
  if (!taken(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken(`${slug}-${number}`)) return `${slug}-${number}`;
}

/** A post as its simulated readers meet it. */
export function audiencePost(
  wordPress: WordPress,
  { id, account, publishedAt }: Post,
): AudiencePost {
  return {
    id: String(id),
    publishedAt: publishedAt ?? 0,
    followers: accountOf(wordPress, account).followers,
    without: ['vote'],
  };
}

/** A post that was to wait is published when its time has come. */
function due({ clock }: WordPress, post: Post): Post {
  const isDue = post.status === 'future' && (post.publishedAt ?? 0) <= clock.now();
  return isDue ? { ...post, status: 'publish' } : post;
}

function postFrom(row: Row): Post {
  return {
    id: Number(row['id']),
    account: Number(row['account']),
    type: row['type'] === 'attachment' ? 'attachment' : 'post',
    slug: String(row['slug']),
    status: String(row['status']),
    fields: JSON.parse(String(row['fields'])) as Post['fields'],
    createdAt: Number(row['created_at']),
    publishedAt: row['published_at'] === null ? null : Number(row['published_at']),
  };
}
