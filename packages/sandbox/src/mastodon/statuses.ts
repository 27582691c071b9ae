import type { AudiencePost } from '../audience/audience.ts';
import type { Row } from '../database.ts';
import type { Mastodon } from './context.ts';

/** A status as the server keeps it. Times are milliseconds since the epoch. */
export interface Status {
  readonly id: string;
  readonly account: string;
  readonly text: string;
  readonly spoilerText: string;
  readonly visibility: string;
  readonly sensitive: boolean;
  readonly language: string | null;
  readonly inReplyTo: string | null;
  readonly quoted: string | null;
  readonly media: readonly string[];
  readonly hasPoll: boolean;
  /** How many followed the author when it went out. */
  readonly followers: number;
  readonly publishedAt: number;
  readonly editedAt: number | null;
  readonly removedAt: number | null;
}

const columns = 'status.*, EXISTS (SELECT 1 FROM poll WHERE poll.status = status.id) AS has_poll';

/** A status that is still there. */
export function findStatus({ database }: Mastodon, id: string): Status | undefined {
  const row = database.one(`SELECT ${columns} FROM status WHERE id = ? AND removed_at IS NULL`, id);
  return row && statusFrom(row);
}

/** The statuses of an account, oldest first. */
export function statusesOf({ database }: Mastodon, account: string): Status[] {
  return database
    .all(
      `SELECT ${columns} FROM status WHERE account = ? AND removed_at IS NULL
       ORDER BY published_at, rowid`,
      account,
    )
    .map(statusFrom);
}

/** How many statuses an account has, and when the last of them came out. */
export function statusSummary(
  { database }: Mastodon,
  account: string,
): { readonly count: number; readonly lastAt: number | undefined } {
  const row = database.one(
    `SELECT count(*) AS number, max(published_at) AS last_at FROM status
     WHERE account = ? AND removed_at IS NULL`,
    account,
  );
  const lastAt = row?.['last_at'] ?? undefined;
  return {
    count: Number(row?.['number'] ?? 0),
    lastAt: lastAt === undefined ? undefined : Number(lastAt),
  };
}

/** The statuses of an account that anybody saw, even if they are gone. */
export function readStatusesOf({ database }: Mastodon, account: string): Status[] {
  return database
    .all(`SELECT ${columns} FROM status WHERE account = ? AND followers > 0`, account)
    .map(statusFrom);
}

/** Every status that is still there, oldest first. */
export function allStatuses({ database }: Mastodon): Status[] {
  return database
    .all(`SELECT ${columns} FROM status WHERE removed_at IS NULL ORDER BY published_at, rowid`)
    .map(statusFrom);
}

/** Statuses of accounts on this server that answer another. */
export function repliesTo({ database }: Mastodon, id: string): Status[] {
  return database
    .all(
      `SELECT ${columns} FROM status WHERE in_reply_to = ? AND removed_at IS NULL
       ORDER BY published_at, rowid`,
      id,
    )
    .map(statusFrom);
}

/** How many accounts on this server quote a status. */
export function quotesOf({ database }: Mastodon, id: string): number {
  const row = database.one(
    'SELECT count(*) AS number FROM status WHERE quoted = ? AND removed_at IS NULL',
    id,
  );
  return Number(row?.['number'] ?? 0);
}

/** A status as its simulated readers meet it; they do not see what is not for them. */
export function audiencePost(status: Status): AudiencePost {
  const { id, publishedAt, removedAt, visibility, hasPoll } = status;
  return {
    id,
    publishedAt,
    followers: visibility === 'direct' ? 0 : status.followers,
    without: [
      ...(hasPoll ? [] : (['vote'] as const)),
      ...(visibility === 'private' ? (['repost', 'quote'] as const) : []),
    ],
    ...(removedAt === null ? {} : { removedAt }),
  };
}

function statusFrom(row: Row): Status {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  const number = (name: string) => (row[name] === null ? null : Number(row[name]));
  return {
    id: String(row['id']),
    account: String(row['account']),
    text: String(row['text']),
    spoilerText: String(row['spoiler_text']),
    visibility: String(row['visibility']),
    sensitive: row['sensitive'] === 1,
    language: text('language'),
    inReplyTo: text('in_reply_to'),
    quoted: text('quoted'),
    media: JSON.parse(String(row['media'])) as string[],
    hasPoll: row['has_poll'] === 1,
    followers: Number(row['followers']),
    publishedAt: Number(row['published_at']),
    editedAt: number('edited_at'),
    removedAt: number('removed_at'),
  };
}
