import { noteTable } from '../notes.ts';

/** Everything the blog remembers. Times are milliseconds since the epoch. */
export const wordPressTables = `${noteTable}
  CREATE TABLE IF NOT EXISTS account (
    id INTEGER PRIMARY KEY, username TEXT NOT NULL UNIQUE, password TEXT NOT NULL,
    followers INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS post (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account INTEGER NOT NULL, type TEXT NOT NULL,
    slug TEXT NOT NULL, status TEXT NOT NULL, fields TEXT NOT NULL, created_at INTEGER NOT NULL,
    published_at INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS post_slug ON post (slug);
  CREATE TABLE IF NOT EXISTS term (
    id INTEGER PRIMARY KEY AUTOINCREMENT, taxonomy TEXT NOT NULL, name TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS comment (
    id INTEGER PRIMARY KEY AUTOINCREMENT, post INTEGER NOT NULL, parent INTEGER NOT NULL,
    account INTEGER NOT NULL, content TEXT NOT NULL, status TEXT NOT NULL, created_at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS judged (comment INTEGER PRIMARY KEY, status TEXT NOT NULL) STRICT;`;
