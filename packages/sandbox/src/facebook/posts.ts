import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Facebook } from './context.ts';

/** A post as the server keeps it. Times are milliseconds since the epoch. */
export interface Post {
  /** The page, a line, and the post. */
  readonly id: string;
  readonly page: string;
  readonly kind: 'post' | 'film' | 'reel' | 'story';
  readonly fields: Readonly<Record<string, string>>;
  /** How many followed the page when it was made. */
  readonly followers: number;
  readonly madeAt: number;
  /** When people see it. */
  readonly shownAt: number;
  /** What is wrong with its film. */
  readonly trouble: string | null;
  readonly removedAt: number | null;
}

/** A post that is there, waiting or out. */
export function findPost({ database }: Facebook, id: string): Post | undefined {
  const row = database.one('SELECT * FROM post WHERE id = ? AND removed_at IS NULL', id);
  return row && postFrom(row);
}

/** Everything of a page that people see, oldest first. */
export function visiblePosts(facebook: Facebook, page: string): Post[] {
  const now = facebook.clock.now();
  return keptPosts(facebook, page).filter(
    ({ shownAt, trouble }) => shownAt <= now && trouble === null,
  );
}

/** Everything of a page that waits for its time, oldest first. */
export function waitingPosts(facebook: Facebook, page: string): Post[] {
  const now = facebook.clock.now();
  return keptPosts(facebook, page).filter(
    ({ shownAt, fields }) => shownAt > now && fields['scheduled_publish_time'] !== undefined,
  );
}

/** Everything that any page has made since a moment, gone or not. */
export function madeSince(
  { database }: Facebook,
  page: string,
  { kind, since }: { readonly kind: Post['kind'] | '%'; readonly since: number },
): number {
  const row = database.one(
    'SELECT count(*) AS number FROM post WHERE page = ? AND made_at > ? AND kind LIKE ?',
    page,
    since,
    kind,
  );
  return Number(row?.['number'] ?? 0);
}

/** Takes a post down. */
export function removePost({ database, clock }: Facebook, id: string): void {
  database.run('UPDATE post SET removed_at = ? WHERE id = ?', clock.now(), id);
}

/** Replaces the words of a post. */
export function editPost({ database }: Facebook, { id, fields }: Post, message: string): void {
  database.run(
    'UPDATE post SET fields = ? WHERE id = ?',
    JSON.stringify({ ...fields, message }),
    id,
  );
}

/** A post as its simulated readers meet it. */
export function audiencePost({ id, shownAt, followers, removedAt }: Post): AudiencePost {
  return {
    id,
    publishedAt: shownAt,
    followers,
    without: ['vote'],
    ...(removedAt === null ? {} : { removedAt }),
  };
}

function keptPosts({ database }: Facebook, page: string): Post[] {
  return database
    .all('SELECT * FROM post WHERE page = ? AND removed_at IS NULL ORDER BY shown_at, rowid', page)
    .map(postFrom);
}

function postFrom(row: Row): Post {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    page: String(row['page']),
    kind: row['kind'] as Post['kind'],
    fields: JSON.parse(String(row['fields'])) as Post['fields'],
    followers: Number(row['followers']),
    madeAt: Number(row['made_at']),
    shownAt: Number(row['shown_at']),
    trouble: text('trouble'),
    removedAt: row['removed_at'] === null ? null : Number(row['removed_at']),
  };
}
