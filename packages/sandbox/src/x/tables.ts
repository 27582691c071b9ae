import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the X server remembers. Times are milliseconds since the epoch. */
export const xTables = `${noteTable}${rateBudgetTable}${codeTable}
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    followers INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS token (
    token TEXT PRIMARY KEY, account TEXT NOT NULL, kind TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, text TEXT NOT NULL, in_reply_to TEXT, quoted TEXT,
    media TEXT NOT NULL, poll TEXT, followers INTEGER NOT NULL, published_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (account, published_at);
  CREATE TABLE IF NOT EXISTS hidden_reply (id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS article (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, title TEXT NOT NULL, post TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, sender TEXT NOT NULL, recipient TEXT NOT NULL, text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, mime_type TEXT NOT NULL, category TEXT NOT NULL,
    total_bytes INTEGER NOT NULL, alt TEXT, begun_at INTEGER NOT NULL, ready_at INTEGER,
    failed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS segment (
    media TEXT NOT NULL, number INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (media, number)
  ) STRICT;`;
