import type { AudiencePost } from './audience/audience.ts';
import type { Row } from './database.ts';
import type { Person } from './people.ts';
import type { SandboxContext } from './start-sandbox.ts';

/** The table of posts that are kept as they were sent. */
export const keptPostTable = `
  CREATE TABLE IF NOT EXISTS kept_post (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
    followers INTEGER NOT NULL, created_at INTEGER NOT NULL, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS kept_post_account ON kept_post (account, created_at);`;

/** A post as a server keeps it. Times are milliseconds since the epoch. */
export interface KeptPost {
  readonly id: string;
  readonly account: string;
  /** The server's word for what it is. */
  readonly kind: string;
  /** As it was sent. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** How many followed its author then. */
  readonly followers: number;
  readonly createdAt: number;
}

/** Keeps a post, as of now. */
export function keepPost(
  { database, clock }: SandboxContext<unknown>,
  { id: account, followers }: Person,
  { id, kind, fields }: Pick<KeptPost, 'id' | 'kind' | 'fields'>,
): KeptPost {
  const createdAt = clock.now();
  database.run(
    'INSERT INTO kept_post (id, account, kind, fields, followers, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    account,
    kind,
    JSON.stringify(fields),
    followers,
    createdAt,
  );
  return { id, account, kind, fields, followers, createdAt };
}

/** Writes what a post says anew. */
export function rewritePost(
  { database }: SandboxContext<unknown>,
  id: string,
  fields: object,
): void {
  database.run('UPDATE kept_post SET fields = ? WHERE id = ?', JSON.stringify(fields), id);
}

/** Takes a post down; says whether it was there. */
export function removePost({ database, clock }: SandboxContext<unknown>, id: string): boolean {
  const sql = 'UPDATE kept_post SET removed_at = ? WHERE id = ? AND removed_at IS NULL';
  return database.run(sql, clock.now(), id) > 0;
}

/** A post that is still there. */
export function keptPost({ database }: SandboxContext<unknown>, id: string): KeptPost | undefined {
  const row = database.one('SELECT * FROM kept_post WHERE id = ? AND removed_at IS NULL', id);
  return row && postFrom(row);
}

/** The posts of an account that are still there, oldest first. */
export function keptPosts({ database }: SandboxContext<unknown>, account: string): KeptPost[] {
  return database
    .all(
      'SELECT * FROM kept_post WHERE account = ? AND removed_at IS NULL ORDER BY created_at, rowid',
      account,
    )
    .map(postFrom);
}

/** A post as its simulated readers meet it. */
export function readersOf({ id, createdAt, followers }: KeptPost): AudiencePost {
  return { id, publishedAt: createdAt, followers, without: ['vote'] };
}

function postFrom(row: Row): KeptPost {
  return {
    id: String(row['id']),
    account: String(row['account']),
    kind: String(row['kind']),
    fields: JSON.parse(String(row['fields'])) as Record<string, unknown>,
    followers: Number(row['followers']),
    createdAt: Number(row['created_at']),
  };
}
