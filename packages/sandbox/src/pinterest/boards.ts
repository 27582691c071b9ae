import type { Row } from '../database.ts';
import { freshNumber, type Pinterest, pinterestError, pinterestMoment } from './context.ts';

/** A board as the server keeps it. Times are milliseconds since the epoch. */
export interface Board {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly description: string | null;
  readonly privacy: string;
  readonly createdAt: number;
}

/** Makes a board. */
export function insertBoard(
  pinterest: Pinterest,
  account: string,
  given: { readonly name: string; readonly description?: string; readonly privacy: string },
): Board {
  const { name, description = null, privacy } = given;
  const board: Board = {
    id: freshNumber(pinterest),
    account,
    name,
    description,
    privacy,
    createdAt: pinterest.clock.now(),
  };
  pinterest.database.run(
    'INSERT INTO board (id, account, name, description, privacy, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    board.id,
    account,
    name,
    description,
    privacy,
    board.createdAt,
  );
  return board;
}

/** The boards of an account, oldest first. */
export function boardsOf({ database }: Pinterest, account: string): Board[] {
  return database
    .all('SELECT * FROM board WHERE account = ? ORDER BY created_at, rowid', account)
    .map(boardFrom);
}

/** The board with this id if it is the account's; refuses otherwise. */
export function requireBoard({ database }: Pinterest, id: unknown, account: string): Board {
  const row = database.one('SELECT * FROM board WHERE id = ? AND account = ?', String(id), account);
  if (!row) throw pinterestError(404, 40, 'Board not found.');
  return boardFrom(row);
}

/** A board as the API shows it. */
export function boardView(board: Board, username: string) {
  const { id, name, description, privacy, createdAt } = board;
  return {
    id,
    name,
    description,
    privacy,
    created_at: pinterestMoment(createdAt),
    owner: { username },
  };
}

/** Makes a section of a board. */
export function insertSection(pinterest: Pinterest, board: string, name: string) {
  const id = freshNumber(pinterest);
  pinterest.database.run('INSERT INTO section (id, board, name) VALUES (?, ?, ?)', id, board, name);
  return { id, name };
}

/** The sections of a board. */
export function sectionsOf({ database }: Pinterest, board: string) {
  return database
    .all('SELECT * FROM section WHERE board = ? ORDER BY rowid', board)
    .map((row) => ({ id: String(row['id']), name: String(row['name']) }));
}

function boardFrom(row: Row): Board {
  return {
    id: String(row['id']),
    account: String(row['account']),
    name: String(row['name']),
    description: row['description'] === null ? null : String(row['description']),
    privacy: String(row['privacy']),
    createdAt: Number(row['created_at']),
  };
}
