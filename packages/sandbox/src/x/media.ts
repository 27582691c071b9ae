import type { Exchange } from '../http/exchange.ts';
import type { Row } from '../database.ts';
import { freshId, invalid, type X } from './context.ts';

/** A file as the server keeps it. Times are milliseconds since the epoch. */
export interface Media {
  readonly id: string;
  readonly account: string;
  readonly mimeType: string;
  readonly category: string;
  readonly totalBytes: number;
  readonly begunAt: number;
  /** When it can be attached; nothing while it is still being sent. */
  readonly readyAt: number | null;
  readonly failed: boolean;
}

/** How long a file that no post shows is kept, in seconds. */
export const keptSeconds = 86_400;

const never = Number.MAX_SAFE_INTEGER;
const imageLimit = 5_000_000;

/** What the network calls a file beside its id: the number before the line is its kind. */
export function mediaKey({ database }: X, id: string): string {
  const row = database.one('SELECT category FROM media WHERE id = ?', id);
  return keyOf(id, String(row?.['category']));
}

/** The key of a file of this category. */
export function keyOf(id: string, category: string): string {
  return `${category === 'tweet_image' ? 3 : 7}_${id}`;
}

/** Begins a file, of which nothing is known yet but what the client says. */
export function insertMedia(
  x: X,
  file: Pick<Media, 'account' | 'mimeType' | 'category' | 'totalBytes'>,
): Media {
  const { account, mimeType, category, totalBytes } = file;
  if (mimeType === '') throw invalid('The media_type field is missing.');
  const isImage = category === 'tweet_image';
  if (isImage && totalBytes > imageLimit) throw invalid('The image is larger than 5 MB.');
  const id = freshId(x, 'media', `${account} ${category} ${totalBytes}`);
  x.database.run(
    `INSERT INTO media (id, account, mime_type, category, total_bytes, begun_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    id,
    account,
    mimeType,
    category,
    totalBytes,
    x.clock.now(),
  );
  return { ...file, id, begunAt: x.clock.now(), readyAt: null, failed: false };
}

/** Takes a file as complete; a fault may make it stick, fail or vanish. */
export function completeMedia(x: X, media: Media, exchange: Exchange, seconds: number): Media {
  const effect = exchange.fault?.effect;
  if (effect === 'media-lost') x.database.run('DELETE FROM media WHERE id = ?', media.id);
  const readyAt = effect === 'media-stuck' ? never : x.clock.now() + seconds * 1000;
  const failed = effect === 'media-failed';
  x.database.run(
    'UPDATE media SET ready_at = ?, failed = ?, begun_at = ? WHERE id = ?',
    readyAt,
    failed ? 1 : 0,
    x.clock.now(),
    media.id,
  );
  return { ...media, readyAt, failed, begunAt: x.clock.now() };
}

/** A file of an account that is still kept. */
export function findMedia({ database, clock }: X, id: string, account: string): Media | undefined {
  const row = database.one(
    'SELECT * FROM media WHERE id = ? AND account = ? AND begun_at > ?',
    id,
    account,
    clock.now() - keptSeconds * 1000,
  );
  return row && mediaFrom(row);
}

/** Refuses files that a post cannot show. */
export function checkAttachable(x: X, account: string, ids: readonly string[]): void {
  if (ids.length > 4) throw invalid('A post may have no more than 4 media.');
  const media = ids.map((id) => findMedia(x, id, account));
  const ready = media.every(
    (each) => each && !each.failed && each.readyAt !== null && each.readyAt <= x.clock.now(),
  );
  if (!ready) throw invalid('Your media IDs are invalid.');
  if (media.length > 1 && media.some((each) => each?.category !== 'tweet_image')) {
    throw invalid('A post may have up to 4 images, or one video or animation.');
  }
}

function mediaFrom(row: Row): Media {
  return {
    id: String(row['id']),
    account: String(row['account']),
    mimeType: String(row['mime_type']),
    category: String(row['category']),
    totalBytes: Number(row['total_bytes']),
    begunAt: Number(row['begun_at']),
    readyAt: row['ready_at'] === null ? null : Number(row['ready_at']),
    failed: row['failed'] === 1,
  };
}
