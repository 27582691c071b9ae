import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { grantTable } from '../oauth/tokens.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything a TikTok server remembers. Times are milliseconds since the epoch. */
export const tiktokTables = `${noteTable}${rateBudgetTable}${codeTable}${grantTable}
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    publish_id TEXT PRIMARY KEY, account TEXT NOT NULL, inbox INTEGER NOT NULL, info TEXT NOT NULL,
    pulled INTEGER NOT NULL, size INTEGER NOT NULL, chunk INTEGER NOT NULL, chunks INTEGER NOT NULL,
    received INTEGER NOT NULL, trouble TEXT, begun_at INTEGER NOT NULL, ready_at INTEGER,
    followers INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (account, begun_at);`;
