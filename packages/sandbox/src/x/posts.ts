import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Account } from './accounts.ts';
import type { X } from './context.ts';

/** A post as the server keeps it. Times are milliseconds since the epoch. */
export interface Post {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly inReplyTo: string | null;
  readonly quoted: string | null;
  readonly media: readonly string[];
  /** The options of its poll. */
  readonly poll: readonly string[] | null;
  /** How many followed the author when it went out. */
  readonly followers: number;
  readonly publishedAt: number;
}

/** A post that is still there. */
export function findPost({ database }: X, id: string): Post | undefined {
  const row = database.one('SELECT * FROM post WHERE id = ? AND removed_at IS NULL', id);
  return row && postFrom(row);
}

/** The posts of an account, oldest first. */
export function postsOf({ database }: X, account: string): Post[] {
  return database
    .all(
      `SELECT * FROM post WHERE account = ? AND removed_at IS NULL ORDER BY published_at, rowid`,
      account,
    )
    .map(postFrom);
}

/** Every post that is still there, oldest first. */
export function allPosts({ database }: X): Post[] {
  return database
    .all('SELECT * FROM post WHERE removed_at IS NULL ORDER BY published_at, rowid')
    .map(postFrom);
}

/** A post as its simulated readers meet it. */
export function audiencePost({ id, publishedAt, followers, poll }: Post): AudiencePost {
  return { id, publishedAt, followers, without: poll ? [] : ['vote'] };
}

/** How many follow an account now: those from the start, and those won by posts. */
export function followersNow(x: X, { id, followers }: Account): number {
  const won = postsOf(x, id).map((post) =>
    x.audience.count(audiencePost(post), 'follow', x.clock.now()),
  );
  return won.reduce((sum, count) => sum + count, followers);
}

function postFrom(row: Row): Post {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    account: String(row['account']),
    text: String(row['text']),
    inReplyTo: text('in_reply_to'),
    quoted: text('quoted'),
    media: JSON.parse(String(row['media'])) as string[],
    poll: row['poll'] === null ? null : (JSON.parse(String(row['poll'])) as string[]),
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
  };
}
