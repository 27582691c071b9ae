import type { Database } from './database.ts';

/** The table of notes: single values that a sandbox remembers over a restart. */
export const noteTable = `
  CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`;

/** Reads a note. */
export function readNote(database: Database, name: string): string | undefined {
  const row = database.one('SELECT value FROM note WHERE name = ?', name);
  return row && String(row['value']);
}

/** Writes a note. */
export function writeNote(database: Database, name: string, value: string): void {
  database.run('INSERT OR REPLACE INTO note (name, value) VALUES (?, ?)', name, value);
}
