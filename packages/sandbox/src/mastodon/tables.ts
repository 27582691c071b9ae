import { noteTable } from '../notes.ts';
import { codeTable } from '../oauth/codes.ts';
import { rateBudgetTable } from '../rate-budgets.ts';

/** Everything a Mastodon server remembers. Times are milliseconds since the epoch. */
export const mastodonTables = `${noteTable}${rateBudgetTable}${codeTable}
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, username TEXT NOT NULL UNIQUE, display_name TEXT NOT NULL,
    password TEXT NOT NULL, followers INTEGER NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS token (
    token TEXT PRIMARY KEY, account TEXT, scopes TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS application (
    id TEXT PRIMARY KEY, secret TEXT NOT NULL, name TEXT NOT NULL, redirect_uris TEXT NOT NULL,
    scopes TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS status (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, text TEXT NOT NULL, spoiler_text TEXT NOT NULL,
    visibility TEXT NOT NULL, sensitive INTEGER NOT NULL, language TEXT, in_reply_to TEXT,
    quoted TEXT, media TEXT NOT NULL, followers INTEGER NOT NULL, published_at INTEGER NOT NULL,
    edited_at INTEGER, removed_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS status_author ON status (account, published_at);
  CREATE INDEX IF NOT EXISTS status_parent ON status (in_reply_to);
  CREATE TABLE IF NOT EXISTS poll (
    status TEXT PRIMARY KEY, options TEXT NOT NULL, expires_at INTEGER NOT NULL,
    multiple INTEGER NOT NULL, hide_totals INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS vote (
    status TEXT NOT NULL, account TEXT NOT NULL, choice INTEGER NOT NULL,
    PRIMARY KEY (status, account, choice)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS media (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, mime_type TEXT NOT NULL, description TEXT,
    focus TEXT, bytes BLOB NOT NULL, ready_at INTEGER NOT NULL, failed INTEGER NOT NULL, status TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS scheduled_status (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, scheduled_at INTEGER NOT NULL, fields TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS idempotency_key (
    account TEXT NOT NULL, key TEXT NOT NULL, status TEXT NOT NULL, expires_at INTEGER NOT NULL,
    PRIMARY KEY (account, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS reaction (
    kind TEXT NOT NULL, account TEXT NOT NULL, subject TEXT NOT NULL, id TEXT NOT NULL,
    at INTEGER NOT NULL, PRIMARY KEY (kind, account, subject)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS reaction_subject ON reaction (kind, subject);`;
