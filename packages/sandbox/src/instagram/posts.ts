import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Account } from '../meta/profiles.ts';
import type { ContainerFields } from './containers.ts';
import type { Instagram } from './context.ts';

/** A post as the server keeps it. Times are milliseconds since the epoch. */
export interface Post {
  readonly id: string;
  readonly account: string;
  readonly fields: ContainerFields;
  /** How many followed the author when it went out. */
  readonly followers: number;
  readonly publishedAt: number;
  /** Whether nobody may comment. */
  readonly closed: boolean;
}

/** Finds a post; a story is gone after a day. */
export function findPost(instagram: Instagram, id: string): Post | undefined {
  const row = instagram.database.one('SELECT * FROM post WHERE id = ?', id);
  const post = row && postFrom(row);
  return post && isThere(instagram, post) ? post : undefined;
}

/** Everything an account has published, oldest first, stories included as long as they are there. */
export function postsOf(instagram: Instagram, account: string): Post[] {
  return instagram.database
    .all('SELECT * FROM post WHERE account = ? ORDER BY published_at, rowid', account)
    .map(postFrom)
    .filter((post) => isThere(instagram, post));
}

/** Every post that is there, oldest first. */
export function allPosts(instagram: Instagram): Post[] {
  return instagram.database
    .all('SELECT * FROM post ORDER BY published_at, rowid')
    .map(postFrom)
    .filter((post) => isThere(instagram, post));
}

/** Whether a post is one of those that vanish after a day. */
export function isStory({ fields }: Pick<Post, 'fields'>): boolean {
  return fields['media_type'] === 'STORIES';
}

function isThere({ clock }: Instagram, post: Post): boolean {
  return !isStory(post) || clock.now() < post.publishedAt + 86_400_000;
}

/** How many posts an account has published since a moment; a story that is gone counts too. */
export function publishedSince({ database }: Instagram, account: string, since: number): number {
  const row = database.one(
    'SELECT count(*) AS number FROM post WHERE account = ? AND published_at > ?',
    account,
    since,
  );
  return Number(row?.['number'] ?? 0);
}

/** A post as its simulated readers meet it. */
export function audiencePost({ id, publishedAt, followers }: Post): AudiencePost {
  return { id, publishedAt, followers, without: ['vote', 'quote'] };
}

/** How many follow an account now: those from the start, and those won by posts. */
export function followersNow(instagram: Instagram, { id, followers }: Account): number {
  const { audience, clock } = instagram;
  return postsOf(instagram, id).reduce(
    (sum, post) => sum + audience.count(audiencePost(post), 'follow', clock.now()),
    followers,
  );
}

function postFrom(row: Row): Post {
  return {
    id: String(row['id']),
    account: String(row['account']),
    fields: JSON.parse(String(row['fields'])) as ContainerFields,
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
    closed: row['closed'] === 1,
  };
}
