import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { grantTable } from '../oauth/tokens.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything a YouTube server remembers. Times are milliseconds since the epoch. */
export const youtubeTables = `${noteTable}${rateBudgetTable}${codeTable}${grantTable}
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, title TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS session (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, body TEXT NOT NULL, size INTEGER NOT NULL,
    received INTEGER NOT NULL, trouble TEXT, begun_at INTEGER NOT NULL, video TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS video (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, body TEXT NOT NULL, followers INTEGER NOT NULL,
    trouble TEXT, uploaded_at INTEGER NOT NULL, thumbnail INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS playlist_item (
    id TEXT PRIMARY KEY, playlist TEXT NOT NULL, video TEXT NOT NULL, added_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS caption (
    id TEXT PRIMARY KEY, video TEXT NOT NULL, language TEXT NOT NULL,
    UNIQUE (video, language)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS comment (
    id TEXT PRIMARY KEY, video TEXT NOT NULL, parent TEXT, author TEXT NOT NULL, text TEXT NOT NULL,
    at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS held (comment TEXT PRIMARY KEY) STRICT;`;
