import { profileTables } from '../meta/profiles.ts';
import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the Instagram server remembers. Times are milliseconds since the epoch. */
export const instagramTables = `${noteTable}${rateBudgetTable}${codeTable}${profileTables}
  CREATE TABLE IF NOT EXISTS container (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, fields TEXT NOT NULL, created_at INTEGER NOT NULL,
    ready_at INTEGER, trouble TEXT, post TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, fields TEXT NOT NULL, followers INTEGER NOT NULL,
    published_at INTEGER NOT NULL, closed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (account, published_at);
  CREATE TABLE IF NOT EXISTS comment (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, post TEXT NOT NULL, parent TEXT,
    text TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS comment_post ON comment (post, created_at);
  CREATE TABLE IF NOT EXISTS hidden (comment TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS removed (comment TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, recipient TEXT NOT NULL, text TEXT NOT NULL,
    sent_at INTEGER NOT NULL
  ) STRICT;`;
