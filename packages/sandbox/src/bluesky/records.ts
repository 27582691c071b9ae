import type { Row } from '../database.ts';
import type { Bluesky } from './context.ts';
import { decodeRecord } from './lex-value.ts';

/** A record as a repository holds it. */
export interface StoredRecord {
  readonly uri: string;
  readonly cid: string;
  readonly value: Record<string, unknown>;
  /** When it was written, in milliseconds since the epoch. */
  readonly indexedAt: number;
}

/** Finds a record by its place. */
export function findRecord(
  { database }: Bluesky,
  {
    did,
    collection,
    rkey,
  }: { readonly did: string; readonly collection: string; readonly rkey: string },
): StoredRecord | undefined {
  const row = database.one(
    'SELECT * FROM record WHERE did = ? AND collection = ? AND rkey = ?',
    did,
    collection,
    rkey,
  );
  return row && recordFrom(row);
}

/** Lists a collection, newest key first unless reversed. */
export function listRecords(
  { database }: Bluesky,
  {
    did,
    collection,
    limit,
    cursor,
    reverse,
  }: {
    readonly did: string;
    readonly collection: string;
    readonly limit: number;
    readonly cursor: string | undefined;
    readonly reverse: boolean;
  },
): StoredRecord[] {
  const [beyond, order] = reverse ? ['>', 'ASC'] : ['<', 'DESC'];
  return database
    .all(
      `SELECT * FROM record WHERE did = ? AND collection = ? AND (? IS NULL OR rkey ${beyond} ?)
       ORDER BY rkey ${order} LIMIT ?`,
      did,
      collection,
      cursor ?? null,
      cursor ?? null,
      limit,
    )
    .map(recordFrom);
}

/** Records of a collection that point at a post or a person: likes, reposts, follows. */
export function recordsAbout(
  { database }: Bluesky,
  collection: string,
  subject: string,
): StoredRecord[] {
  return database
    .all(
      'SELECT * FROM record WHERE collection = ? AND subject = ? ORDER BY indexed_at',
      collection,
      subject,
    )
    .map(recordFrom);
}

/** Records of a collection that an account did not write. */
export function recordsOfOthers(
  { database }: Bluesky,
  collection: string,
  did: string,
): StoredRecord[] {
  return database
    .all(
      'SELECT * FROM record WHERE collection = ? AND did <> ? ORDER BY indexed_at',
      collection,
      did,
    )
    .map(recordFrom);
}

function recordFrom(row: Row): StoredRecord {
  return {
    uri: `at://${String(row['did'])}/${String(row['collection'])}/${String(row['rkey'])}`,
    cid: String(row['cid']),
    value: decodeRecord(row['value'] as Uint8Array),
    indexedAt: Number(row['indexed_at']),
  };
}
