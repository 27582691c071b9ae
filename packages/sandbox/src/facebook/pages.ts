import type { Row } from '../database.ts';
import { hash } from '../meta/identity.ts';
import type { Facebook } from './context.ts';

/** A page as the server keeps it. */
export interface Page {
  readonly id: string;
  readonly name: string;
  /** How many simulated people followed it from the start. */
  readonly followers: number;
}

/** Finds a page by its number. */
export function findPage({ database }: Facebook, id: string): Page | undefined {
  const row = database.one('SELECT * FROM page WHERE id = ?', id);
  return row && pageFrom(row);
}

/** Finds a page by its name. */
export function findPageNamed({ database }: Facebook, name: string): Page | undefined {
  const row = database.one('SELECT * FROM page WHERE name = ?', name);
  return row && pageFrom(row);
}

/** Every page of the server. */
export function allPages({ database }: Facebook): Page[] {
  return database.all('SELECT * FROM page ORDER BY rowid').map(pageFrom);
}

/** Makes a page. */
export function insertPage({ database, seed }: Facebook, name: string, followers: number): Page {
  const id = `10${String(hash(`${seed} page ${name}`).readUIntBE(0, 6)).padStart(15, '0')}`;
  database.run('INSERT INTO page (id, name, followers) VALUES (?, ?, ?)', id, name, followers);
  return { id, name, followers };
}

function pageFrom(row: Row): Page {
  return {
    id: String(row['id']),
    name: String(row['name']),
    followers: Number(row['followers']),
  };
}
