import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Bluesky } from './context.ts';

/** What the index knows of a post. Times are milliseconds since the epoch. */
export interface Post {
  readonly uri: string;
  readonly did: string;
  readonly text: string;
  readonly parent: string | null;
  readonly root: string | null;
  /** How many followed the author when it went out. */
  readonly followers: number;
  readonly publishedAt: number;
  readonly removedAt: number | null;
}

/** The posts of an account, oldest first. */
export function postsOf({ database }: Bluesky, did: string): Post[] {
  return database
    .all(
      'SELECT * FROM post WHERE did = ? AND removed_at IS NULL ORDER BY published_at, rowid',
      did,
    )
    .map(postFrom);
}

/** The posts of an account that anybody saw, even if they are gone. */
export function readPostsOf({ database }: Bluesky, did: string): Post[] {
  return database.all('SELECT * FROM post WHERE did = ? AND followers > 0', did).map(postFrom);
}

/** A post that is still there. */
export function findPost({ database }: Bluesky, uri: string): Post | undefined {
  const row = database.one('SELECT * FROM post WHERE uri = ? AND removed_at IS NULL', uri);
  return row && postFrom(row);
}

/** Posts of accounts on this server that answer a post. */
export function repliesTo({ database }: Bluesky, uri: string): Post[] {
  return database
    .all(
      'SELECT * FROM post WHERE parent = ? AND removed_at IS NULL ORDER BY published_at, rowid',
      uri,
    )
    .map(postFrom);
}

/** Posts of accounts on this server that quote a post. */
export function quotesOf({ database }: Bluesky, uri: string): Post[] {
  return database
    .all(
      'SELECT * FROM post WHERE quoted = ? AND removed_at IS NULL ORDER BY published_at, rowid',
      uri,
    )
    .map(postFrom);
}

/** A post as its simulated readers meet it. */
export function audiencePost(post: Post): AudiencePost {
  const { uri: id, followers, publishedAt, removedAt } = post;
  return {
    id,
    publishedAt,
    followers,
    without: ['vote'],
    ...(removedAt === null ? {} : { removedAt }),
  };
}

function postFrom(row: Row): Post {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    uri: String(row['uri']),
    did: String(row['did']),
    text: String(row['text']),
    parent: text('parent'),
    root: text('root'),
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
    removedAt: row['removed_at'] === null ? null : Number(row['removed_at']),
  };
}
