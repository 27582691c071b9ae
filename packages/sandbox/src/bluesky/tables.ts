import { noteTable } from '../notes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything a Bluesky server remembers. Times are milliseconds since the epoch. */
export const blueskyTables = `${noteTable}${rateBudgetTable}
  CREATE TABLE IF NOT EXISTS account (
    did TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, email TEXT, password TEXT NOT NULL,
    followers INTEGER NOT NULL, created_at INTEGER NOT NULL, revision TEXT, commit_cid TEXT,
    seen_at INTEGER NOT NULL DEFAULT 0, preferences TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  CREATE TABLE IF NOT EXISTS app_password (
    did TEXT NOT NULL, name TEXT NOT NULL, password TEXT NOT NULL, created_at INTEGER NOT NULL,
    PRIMARY KEY (did, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refresh_token (
    id TEXT PRIMARY KEY, did TEXT NOT NULL, scope TEXT NOT NULL, expires_at INTEGER NOT NULL,
    next_id TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS record (
    did TEXT NOT NULL, collection TEXT NOT NULL, rkey TEXT NOT NULL, cid TEXT NOT NULL,
    value BLOB NOT NULL, subject TEXT, indexed_at INTEGER NOT NULL,
    PRIMARY KEY (did, collection, rkey)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS record_subject ON record (collection, subject);
  CREATE TABLE IF NOT EXISTS post (
    uri TEXT PRIMARY KEY, did TEXT NOT NULL, parent TEXT, root TEXT, quoted TEXT, text TEXT NOT NULL,
    followers INTEGER NOT NULL, published_at INTEGER NOT NULL, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (did, published_at);
  CREATE INDEX IF NOT EXISTS post_parent ON post (parent);
  CREATE INDEX IF NOT EXISTS post_quoted ON post (quoted);
  CREATE TABLE IF NOT EXISTS blob (
    did TEXT NOT NULL, cid TEXT NOT NULL, mime_type TEXT NOT NULL, bytes BLOB NOT NULL,
    created_at INTEGER NOT NULL, PRIMARY KEY (did, cid)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS video_job (
    id TEXT PRIMARY KEY, did TEXT NOT NULL, bytes BLOB NOT NULL, ready_at INTEGER, failure TEXT,
    created_at INTEGER NOT NULL
  ) STRICT;`;
