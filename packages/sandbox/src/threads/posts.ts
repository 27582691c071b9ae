import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { ContainerFields } from './containers.ts';
import type { Threads } from './context.ts';

/** A post as the server keeps it. Times are milliseconds since the epoch. */
export interface Post {
  readonly id: string;
  readonly account: string;
  readonly fields: ContainerFields;
  readonly replyTo: string | null;
  /** How many followed the author when it went out. */
  readonly followers: number;
  readonly publishedAt: number;
  readonly removedAt: number | null;
}

/** A post that is still there. */
export function findPost({ database }: Threads, id: string): Post | undefined {
  const row = database.one('SELECT * FROM post WHERE id = ? AND removed_at IS NULL', id);
  return row && postFrom(row);
}

/** The posts of an account that are still there, replies included, oldest first. */
export function postsOf({ database }: Threads, account: string): Post[] {
  return database
    .all(
      'SELECT * FROM post WHERE account = ? AND removed_at IS NULL ORDER BY published_at, rowid',
      account,
    )
    .map(postFrom);
}

/** Every post that is still there, oldest first. */
export function allPosts({ database }: Threads): Post[] {
  return database
    .all('SELECT * FROM post WHERE removed_at IS NULL ORDER BY published_at, rowid')
    .map(postFrom);
}

/** Posts of accounts on this server that answer another. */
export function repliesTo({ database }: Threads, id: string): Post[] {
  return database
    .all(
      'SELECT * FROM post WHERE reply_to = ? AND removed_at IS NULL ORDER BY published_at, rowid',
      id,
    )
    .map(postFrom);
}

/** How many posts or replies an account has published since a moment, gone ones too. */
export function publishedSince(
  { database }: Threads,
  account: string,
  { replies, since }: { readonly replies: boolean; readonly since: number },
): number {
  const row = database.one(
    `SELECT count(*) AS number FROM post WHERE account = ? AND published_at > ?
     AND (reply_to IS NOT NULL) = ?`,
    account,
    since,
    replies ? 1 : 0,
  );
  return Number(row?.['number'] ?? 0);
}

/** A post as its simulated readers meet it. */
export function audiencePost({
  id,
  publishedAt,
  followers,
  removedAt,
  fields,
}: Post): AudiencePost {
  return {
    id,
    publishedAt,
    followers,
    without: fields['poll_attachment'] === undefined ? ['vote'] : [],
    ...(removedAt === null ? {} : { removedAt }),
  };
}

function postFrom(row: Row): Post {
  return {
    id: String(row['id']),
    account: String(row['account']),
    fields: JSON.parse(String(row['fields'])) as ContainerFields,
    replyTo: row['reply_to'] === null ? null : String(row['reply_to']),
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
    removedAt: row['removed_at'] === null ? null : Number(row['removed_at']),
  };
}
