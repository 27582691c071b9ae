import { noteTable } from '../notes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the Facebook server remembers. Times are milliseconds since the epoch. */
export const facebookTables = `${noteTable}${rateBudgetTable}
  CREATE TABLE IF NOT EXISTS page (
    id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS token (
    token TEXT PRIMARY KEY, kind TEXT NOT NULL, page TEXT, expires_at INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS code (
    code TEXT PRIMARY KEY, redirect TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS photo (
    id TEXT PRIMARY KEY, page TEXT NOT NULL, alt TEXT, shown_by TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS video (
    id TEXT PRIMARY KEY, page TEXT NOT NULL, edge TEXT NOT NULL, size INTEGER,
    received INTEGER NOT NULL, trouble TEXT, ready_at INTEGER, post TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY, page TEXT NOT NULL, kind TEXT NOT NULL, fields TEXT NOT NULL,
    followers INTEGER NOT NULL, made_at INTEGER NOT NULL, shown_at INTEGER NOT NULL,
    trouble TEXT, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (page, shown_at);
  CREATE TABLE IF NOT EXISTS comment (
    id TEXT PRIMARY KEY, page TEXT NOT NULL, object TEXT NOT NULL, message TEXT NOT NULL,
    made_at INTEGER NOT NULL, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS comment_object ON comment (object);
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, page TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
    text TEXT NOT NULL, comment TEXT UNIQUE, sent_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS liked (object TEXT NOT NULL, page TEXT NOT NULL, PRIMARY KEY (object, page)) STRICT;
  CREATE TABLE IF NOT EXISTS blocked (page TEXT NOT NULL, person TEXT NOT NULL, PRIMARY KEY (page, person)) STRICT;
  CREATE TABLE IF NOT EXISTS moderated (comment TEXT PRIMARY KEY, verdict TEXT NOT NULL) STRICT;`;
