import { peopleTables } from '../people.ts';

/** Everything a Pinterest server remembers. Times are milliseconds since the epoch. */
export const pinterestTables = `${peopleTables}
  CREATE TABLE IF NOT EXISTS board (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, name TEXT NOT NULL, description TEXT,
    privacy TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS section (
    id TEXT PRIMARY KEY, board TEXT NOT NULL, name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS pin (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, board TEXT NOT NULL, section TEXT,
    fields TEXT NOT NULL, followers INTEGER NOT NULL, created_at INTEGER NOT NULL,
    removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS pin_board ON pin (board, created_at);
  CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, trouble TEXT, ready_at INTEGER
  ) STRICT;`;
