import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { LinkedIn } from './context.ts';

/** A post as the server keeps it. Times are milliseconds since the epoch. */
export interface Post {
  readonly urn: string;
  readonly author: string;
  /** In the "little" format. */
  readonly commentary: string;
  /** What readers see. */
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly followers: number;
  readonly publishedAt: number;
  readonly modifiedAt: number;
  /** When it was, or will be, thrown out. */
  readonly rejectedAt: number | null;
  readonly removedAt: number | null;
}

const visible = 'removed_at IS NULL AND (rejected_at IS NULL OR rejected_at > ?)';

/** A post that is still there. */
export function findPost({ database, clock }: LinkedIn, urn: string): Post | undefined {
  const row = database.one(`SELECT * FROM post WHERE urn = ? AND ${visible}`, urn, clock.now());
  return row && postFrom(row);
}

/** The posts of an author that are still there, oldest first. */
export function postsOf({ database, clock }: LinkedIn, author: string): Post[] {
  return database
    .all(
      `SELECT * FROM post WHERE author = ? AND ${visible} ORDER BY published_at, rowid`,
      author,
      clock.now(),
    )
    .map(postFrom);
}

/** Every post that is still there, oldest first. */
export function allPosts({ database, clock }: LinkedIn): Post[] {
  return database
    .all(`SELECT * FROM post WHERE ${visible} ORDER BY published_at, rowid`, clock.now())
    .map(postFrom);
}

/** The latest post with the same words, even one that was thrown out: a ghost still counts. */
export function findDuplicate(
  { database, clock, settings }: LinkedIn,
  author: string,
  commentary: string,
): string | undefined {
  const row = database.one(
    `SELECT urn FROM post WHERE author = ? AND commentary = ? AND published_at > ?
       AND removed_at IS NULL ORDER BY published_at DESC LIMIT 1`,
    author,
    commentary,
    clock.now() - settings.duplicateSeconds * 1000,
  );
  return row && String(row['urn']);
}

/** A post as its simulated readers meet it. */
export function audiencePost({
  urn,
  publishedAt,
  followers,
  rejectedAt,
  removedAt,
}: Post): AudiencePost {
  const ends = [rejectedAt, removedAt].filter((each) => each !== null);
  return {
    id: urn,
    publishedAt,
    followers,
    without: ['vote', 'quote'],
    ...(ends.length > 0 && { removedAt: Math.min(...ends) }),
  };
}

/** A post as the API shows it. */
export function postView({ urn, commentary, publishedAt, modifiedAt, body }: Post) {
  return {
    ...body,
    id: urn,
    commentary,
    createdAt: publishedAt,
    publishedAt,
    lastModifiedAt: modifiedAt,
  };
}

function postFrom(row: Row): Post {
  const moment = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    urn: String(row['urn']),
    author: String(row['author']),
    commentary: String(row['commentary']),
    text: String(row['text']),
    body: JSON.parse(String(row['body'])) as Record<string, unknown>,
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
    modifiedAt: Number(row['modified_at']),
    rejectedAt: moment('rejected_at'),
    removedAt: moment('removed_at'),
  };
}
