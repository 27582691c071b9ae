import { isRecord } from '../http/body-fields.ts';
import { followersNow } from './followers.ts';
import { type Account } from './accounts.ts';
import { type Bluesky, nextTid } from './context.ts';
import { encodeRecord, recordCid } from './lex-value.ts';
import { recordsAbout } from './records.ts';
import { parseRecordUri } from './syntax.ts';
import type { PreparedWrite } from './write-preparation.ts';
import { xrpcError } from './xrpc-error.ts';

/** A revision of a repository. */
export interface Commit {
  readonly cid: string;
  readonly rev: string;
}

/** Ends a change of a repository: its new revision. */
export function commit(bluesky: Bluesky, { did }: Account): Commit {
  const rev = nextTid(bluesky);
  // Real commits hash the tree of all records; ours only has to differ from every other.
  const cid = recordCid(encodeRecord({ did, rev, version: 3 }));
  bluesky.database.run(
    'UPDATE account SET revision = ?, commit_cid = ? WHERE did = ?',
    rev,
    cid,
    did,
  );
  return { cid, rev };
}

/** Refuses when the repository has moved on since the client looked. */
export function checkCommitSwap(
  { database }: Bluesky,
  { did }: Account,
  expected: string | undefined,
): void {
  if (expected === undefined) return;
  const row = database.one('SELECT commit_cid FROM account WHERE did = ?', did);
  const actual = row?.['commit_cid'] ?? null;
  if (actual !== expected) throw xrpcError(400, 'InvalidSwap', `Commit was at ${String(actual)}`);
}

/** Puts a record in its place, whatever was there. */
export function storeRecord(bluesky: Bluesky, account: Account, write: PreparedWrite): void {
  const { database, clock } = bluesky;
  checkBlobs(bluesky, account, write.blobs);
  database.run(
    `INSERT OR REPLACE INTO record (did, collection, rkey, cid, value, subject, indexed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    account.did,
    write.collection,
    write.rkey,
    write.cid,
    write.bytes,
    subjectOf(write.record),
    clock.now(),
  );
  if (write.collection === 'app.bsky.feed.post') indexPost(bluesky, account, write);
}

/** Takes a record out of its place. */
export function removeRecord(
  { database, clock }: Bluesky,
  { did }: Account,
  collection: string,
  rkey: string,
): void {
  database.run(
    'DELETE FROM record WHERE did = ? AND collection = ? AND rkey = ?',
    did,
    collection,
    rkey,
  );
  database.run(
    'UPDATE post SET removed_at = ? WHERE uri = ?',
    clock.now(),
    `at://${did}/${collection}/${rkey}`,
  );
}

/** Takes out an earlier like, repost or follow of the same subject: there can be one. */
export function removeEarlierReaction(
  bluesky: Bluesky,
  account: Account,
  write: PreparedWrite,
): void {
  const subject = subjectOf(write.record);
  if (subject === null) return;
  for (const { uri } of recordsAbout(bluesky, write.collection, subject)) {
    const place = parseRecordUri(uri);
    if (place?.repo === account.did) removeRecord(bluesky, account, write.collection, place.rkey);
  }
}

function checkBlobs({ database }: Bluesky, { did }: Account, blobs: readonly string[]): void {
  for (const cid of blobs) {
    if (database.one('SELECT 1 FROM blob WHERE did = ? AND cid = ?', did, cid)) continue;
    throw xrpcError(400, 'BlobNotFound', `Could not find blob: ${cid}`);
  }
}

const reactions = new Set([
  'app.bsky.feed.like',
  'app.bsky.feed.repost',
  'app.bsky.graph.follow',
  'app.bsky.graph.block',
]);

function subjectOf(record: Record<string, unknown>): string | null {
  if (!reactions.has(String(record['$type']))) return null;
  const subject = record['subject'];
  if (typeof subject === 'string') return subject;
  return isRecord(subject) && typeof subject['uri'] === 'string' ? subject['uri'] : null;
}

function indexPost(bluesky: Bluesky, account: Account, { record, rkey }: PreparedWrite): void {
  const { database, clock } = bluesky;
  const uri = `at://${account.did}/app.bsky.feed.post/${rkey}`;
  // A post that is changed keeps its age; one that is put back after a deletion starts a new life.
  database.run('DELETE FROM post WHERE uri = ? AND removed_at IS NOT NULL', uri);
  database.run(
    `INSERT INTO post (uri, did, parent, root, quoted, text, followers, published_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET parent = excluded.parent, root = excluded.root,
       quoted = excluded.quoted, text = excluded.text`,
    uri,
    account.did,
    uriAt(record, 'reply', 'parent'),
    uriAt(record, 'reply', 'root'),
    uriAt(record, 'embed', 'record') ?? uriAt(record, 'embed', 'record', 'record'),
    typeof record['text'] === 'string' ? record['text'] : '',
    followersNow(bluesky, account),
    clock.now(),
  );
}

function uriAt(record: unknown, ...path: readonly string[]): string | null {
  const reference = path.reduce<unknown>(
    (part, key) => (isRecord(part) ? part[key] : undefined),
    record,
  );
  return isRecord(reference) && typeof reference['uri'] === 'string' ? reference['uri'] : null;
}
