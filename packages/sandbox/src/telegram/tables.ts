import { noteTable } from '../notes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything the Telegram server remembers. Times are milliseconds since the epoch. */
export const telegramTables = `${noteTable}${rateBudgetTable}
  CREATE TABLE IF NOT EXISTS account (
    chat INTEGER PRIMARY KEY, bot INTEGER NOT NULL, token TEXT NOT NULL UNIQUE,
    username TEXT NOT NULL UNIQUE, title TEXT NOT NULL, followers INTEGER NOT NULL,
    pinned INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS message (
    id INTEGER PRIMARY KEY AUTOINCREMENT, chat INTEGER NOT NULL, account INTEGER NOT NULL,
    method TEXT NOT NULL, fields TEXT NOT NULL, files TEXT NOT NULL, album TEXT, reply_to INTEGER,
    followers INTEGER NOT NULL, sent_at INTEGER NOT NULL, edited_at INTEGER, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS message_account ON message (account, sent_at);
  CREATE TABLE IF NOT EXISTS removed_comment (id INTEGER PRIMARY KEY) STRICT;`;
