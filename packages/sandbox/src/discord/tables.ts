import { noteTable } from '../notes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the Discord server remembers. Times are milliseconds since the epoch. */
export const discordTables = `${noteTable}${rateBudgetTable}
  CREATE TABLE IF NOT EXISTS account (
    webhook TEXT PRIMARY KEY, webhook_token TEXT NOT NULL, bot TEXT NOT NULL,
    bot_token TEXT NOT NULL UNIQUE, channel TEXT NOT NULL UNIQUE, guild TEXT NOT NULL,
    handle TEXT NOT NULL UNIQUE, followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS thread (id TEXT PRIMARY KEY, parent TEXT NOT NULL, name TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id TEXT PRIMARY KEY, channel TEXT NOT NULL, account TEXT NOT NULL, by_bot INTEGER NOT NULL,
    fields TEXT NOT NULL, files TEXT NOT NULL, nonce TEXT, followers INTEGER NOT NULL,
    sent_at INTEGER NOT NULL, edited_at INTEGER, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_channel ON message (channel, sent_at);`;
