import type { X } from './context.ts';

/** Whether the author of a conversation hid a reply. */
export function isHidden({ database }: X, id: string): boolean {
  return database.one('SELECT 1 FROM hidden_reply WHERE id = ?', id) !== undefined;
}

/** Hides a reply, or shows it again. Twice is the same as once. */
export function setHidden({ database }: X, id: string, hidden: boolean): void {
  const change = hidden
    ? 'INSERT OR IGNORE INTO hidden_reply (id) VALUES (?)'
    : 'DELETE FROM hidden_reply WHERE id = ?';
  database.run(change, id);
}
