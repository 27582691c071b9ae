import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything a LinkedIn server remembers. Times are milliseconds since the epoch. */
export const linkedInTables = `${noteTable}${rateBudgetTable}${codeTable}
  CREATE TABLE IF NOT EXISTS account (
    urn TEXT PRIMARY KEY, handle TEXT NOT NULL UNIQUE, token TEXT NOT NULL UNIQUE,
    refresh_token TEXT NOT NULL, followers INTEGER NOT NULL, created_at INTEGER NOT NULL,
    token_expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    urn TEXT PRIMARY KEY, author TEXT NOT NULL, commentary TEXT NOT NULL, text TEXT NOT NULL,
    body TEXT NOT NULL, followers INTEGER NOT NULL, published_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL, rejected_at INTEGER, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (author, modified_at);
  CREATE TABLE IF NOT EXISTS comment (
    id TEXT PRIMARY KEY, post TEXT NOT NULL, parent TEXT, actor TEXT NOT NULL, text TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS comment_post ON comment (post);
  CREATE TABLE IF NOT EXISTS removed_comment (id TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS reaction (
    root TEXT NOT NULL, actor TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (root, actor)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS upload (
    urn TEXT PRIMARY KEY, owner TEXT NOT NULL, kind TEXT NOT NULL, parts INTEGER NOT NULL,
    size INTEGER NOT NULL, ready_at INTEGER, failed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS upload_part (
    upload TEXT NOT NULL, number INTEGER NOT NULL, tag TEXT NOT NULL, bytes BLOB NOT NULL,
    PRIMARY KEY (upload, number)
  ) STRICT;`;
