import type { Row } from '../database.ts';
import type { LinkedIn } from './context.ts';

/** A file as the server keeps it. */
export interface Upload {
  readonly urn: string;
  readonly owner: string;
  readonly kind: 'image' | 'video' | 'document';
  readonly parts: number;
  readonly size: number;
  /** When it can be shown, in milliseconds since the epoch; `null` until all of it was sent. */
  readonly readyAt: number | null;
  readonly failed: boolean;
}

/** Finds a file by its URN. */
export function findUpload({ database }: LinkedIn, urn: string): Upload | undefined {
  const row = database.one('SELECT * FROM upload WHERE urn = ?', urn);
  return row && uploadFrom(row);
}

/** What LinkedIn says of a file. */
export function statusOf({ clock }: LinkedIn, { readyAt, failed }: Upload): string {
  if (failed) return 'PROCESSING_FAILED';
  if (readyAt === null) return 'WAITING_UPLOAD';
  return readyAt <= clock.now() ? 'AVAILABLE' : 'PROCESSING';
}

/** Begins to work on a file that was sent whole. */
export function complete({ database, clock, settings }: LinkedIn, { urn }: Upload): void {
  database.run(
    'UPDATE upload SET ready_at = ? WHERE urn = ? AND ready_at IS NULL',
    clock.now() + settings.mediaProcessingSeconds * 1000,
    urn,
  );
}

function uploadFrom(row: Row): Upload {
  return {
    urn: String(row['urn']),
    owner: String(row['owner']),
    kind: String(row['kind']) as Upload['kind'],
    parts: Number(row['parts']),
    size: Number(row['size']),
    readyAt: row['ready_at'] === null ? null : Number(row['ready_at']),
    failed: row['failed'] === 1,
  };
}
