import type { Row } from '../database.ts';
import type { FaultEffect } from '../faults/fault.ts';
import { objectMissing } from '../meta/graph-answers.ts';
import { freshId } from '../meta/identity.ts';
import type { Instagram } from './context.ts';

/** What a client wants published, as it said it. */
export type ContainerFields = Readonly<Record<string, string>>;

/** A container as the server keeps it. Times are milliseconds since the epoch. */
export interface Container {
  readonly id: string;
  readonly account: string;
  readonly fields: ContainerFields;
  readonly createdAt: number;
  /** When its file is ready; `null` until the file is there. */
  readonly readyAt: number | null;
  /** What comes of its file, where that is not good: a fault, or a code. */
  readonly trouble: string | null;
  /** The post that it became. */
  readonly post: string | null;
}

/** Keeps a container; a fault decides what becomes of its file, and so does the file's name. */
export function insertContainer(
  instagram: Instagram,
  account: string,
  fields: ContainerFields,
  fault: FaultEffect | undefined,
): string {
  const { database, clock, settings } = instagram;
  const id = freshId(instagram, 'container', JSON.stringify(fields));
  const isAwaited = fields['upload_type'] === 'resumable';
  const now = clock.now();
  database.run(
    'INSERT INTO container (id, account, fields, created_at, ready_at, trouble) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    account,
    JSON.stringify(fields),
    now,
    isAwaited ? null : now + settings.processingSeconds * 1000,
    fault?.startsWith('media-') ? fault : hiddenTrouble(fields),
  );
  return id;
}

/** The network accepts a file by its address, and looks at it only later. */
function hiddenTrouble({ image_url: image = '', video_url: film = '' }: ContainerFields) {
  if (/\.(?:png|gif|webp|heic)(?:$|\?)/i.test(image)) return '2207005';
  return /\.(?:avi|webm|mkv)(?:$|\?)/i.test(film) ? '2207026' : null;
}

/** Takes the file of a container that waits for one. */
export function takeFile(
  { database, clock, settings }: Instagram,
  { id }: Container,
  bytes: Buffer,
): void {
  const isFilm = bytes.subarray(4, 8).toString('latin1') === 'ftyp';
  database.run(
    'UPDATE container SET ready_at = ?, trouble = COALESCE(trouble, ?) WHERE id = ?',
    clock.now() + settings.processingSeconds * 1000,
    isFilm ? null : '2207026',
    id,
  );
}

/** The container with this id if it is the account's; refuses otherwise. */
export function requireContainer(instagram: Instagram, id: string, account: string): Container {
  const row = instagram.database.one(
    'SELECT * FROM container WHERE id = ? AND account = ?',
    id,
    account,
  );
  if (!row) throw objectMissing(id);
  return containerFrom(row);
}

/** Where a container stands, in the network's words. */
export function statusOf(
  { clock, settings }: Instagram,
  { createdAt, readyAt, trouble, post }: Container,
): string {
  const now = clock.now();
  if (post !== null) return 'PUBLISHED';
  if (now >= createdAt + settings.containerSeconds * 1000) return 'EXPIRED';
  if (readyAt === null || now < readyAt || trouble === 'media-stuck') return 'IN_PROGRESS';
  return trouble === 'media-failed' || /^\d+$/.test(trouble ?? '') ? 'ERROR' : 'FINISHED';
}

/** What the network says of a container in a sentence. */
export function sentenceOf({ trouble }: Container, status: string): string {
  if (status !== 'ERROR') return status;
  const code = trouble === 'media-failed' ? '2207053' : trouble;
  return `Error: Media upload has failed with error code ${code}`;
}

function containerFrom(row: Row): Container {
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    account: String(row['account']),
    fields: JSON.parse(String(row['fields'])) as ContainerFields,
    createdAt: Number(row['created_at']),
    readyAt: row['ready_at'] === null ? null : Number(row['ready_at']),
    trouble: text('trouble'),
    post: text('post'),
  };
}
