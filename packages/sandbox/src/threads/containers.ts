import type { Row } from '../database.ts';
import type { FaultEffect } from '../faults/fault.ts';
import { objectMissing } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Threads } from './context.ts';

/** What a client wants published, as it said it. */
export type ContainerFields = Readonly<Record<string, string>>;

/** A container as the server keeps it. Times are milliseconds since the epoch. */
export interface Container {
  readonly id: string;
  readonly account: string;
  readonly fields: ContainerFields;
  readonly createdAt: number;
  readonly readyAt: number;
  /** What comes of its file, where that is not good. */
  readonly trouble: string | null;
  /** The post that it became. */
  readonly post: string | null;
}

/** Keeps a container; a fault decides what becomes of its file. */
export function insertContainer(
  threads: Threads,
  account: string,
  fields: ContainerFields,
  fault: FaultEffect | undefined,
): string {
  const { database, clock, settings } = threads;
  const id = freshId(threads, 'container', JSON.stringify(fields));
  const now = clock.now();
  const seconds = fields['media_type'] === 'TEXT' ? 0 : settings.processingSeconds;
  database.run(
    'INSERT INTO container (id, account, fields, created_at, ready_at, trouble) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    account,
    JSON.stringify(fields),
    now,
    now + seconds * 1000,
    fault?.startsWith('media-') ? fault : null,
  );
  return id;
}

/** The container with this id if it is the account's; refuses otherwise. */
export function requireContainer(threads: Threads, id: string, account: string): Container {
  const row = threads.database.one(
    'SELECT * FROM container WHERE id = ? AND account = ?',
    id,
    account,
  );
  if (!row) throw objectMissing(id);
  return containerFrom(row);
}

/** Where a container stands, in the network's words. */
export function statusOf(
  { clock, settings }: Threads,
  { createdAt, readyAt, trouble, post }: Container,
): string {
  const now = clock.now();
  if (post !== null) return 'PUBLISHED';
  if (now >= createdAt + settings.containerSeconds * 1000) return 'EXPIRED';
  if (trouble === 'media-failed') return 'ERROR';
  return now < readyAt || trouble === 'media-stuck' ? 'IN_PROGRESS' : 'FINISHED';
}

function containerFrom(row: Row): Container {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    account: String(row['account']),
    fields: JSON.parse(String(row['fields'])) as ContainerFields,
    createdAt: Number(row['created_at']),
    readyAt: Number(row['ready_at']),
    trouble: text('trouble'),
    post: text('post'),
  };
}
