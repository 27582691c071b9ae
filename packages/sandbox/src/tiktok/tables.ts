import { peopleTables } from '../people.ts';

/** Everything a TikTok server remembers. Times are milliseconds since the epoch. */
export const tiktokTables = `${peopleTables}
  CREATE TABLE IF NOT EXISTS post (
    publish_id TEXT PRIMARY KEY, account TEXT NOT NULL, inbox INTEGER NOT NULL, info TEXT NOT NULL,
    pulled INTEGER NOT NULL, size INTEGER NOT NULL, chunk INTEGER NOT NULL, chunks INTEGER NOT NULL,
    received INTEGER NOT NULL, trouble TEXT, begun_at INTEGER NOT NULL, ready_at INTEGER,
    followers INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_author ON post (account, begun_at);`;
