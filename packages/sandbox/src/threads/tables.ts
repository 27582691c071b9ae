import { profileTables } from '../meta/profiles.ts';
import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the Threads server remembers. Times are milliseconds since the epoch. */
export const threadsTables = `${noteTable}${rateBudgetTable}${codeTable}${profileTables}
  CREATE TABLE IF NOT EXISTS container (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, fields TEXT NOT NULL, created_at INTEGER NOT NULL,
    ready_at INTEGER NOT NULL, trouble TEXT, post TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, fields TEXT NOT NULL, reply_to TEXT,
    followers INTEGER NOT NULL, published_at INTEGER NOT NULL, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (account, published_at);
  CREATE INDEX IF NOT EXISTS post_parent ON post (reply_to);
  CREATE TABLE IF NOT EXISTS deletion (account TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS hidden (reply TEXT PRIMARY KEY) STRICT;
  CREATE TABLE IF NOT EXISTS approval (reply TEXT PRIMARY KEY, approved INTEGER NOT NULL) STRICT;`;
