import type { Row } from '../database.ts';
import type { FaultEffect } from '../faults/fault.ts';
import { freshId } from '../meta/identity.ts';
import type { Facebook } from './context.ts';
import { findPost } from './posts.ts';

/** Where films go. */
export const filmEdges = ['videos', 'video_reels', 'video_stories'] as const;
/** Where films go. */
export type FilmEdge = (typeof filmEdges)[number];

/** A film as the server keeps it. Times are milliseconds since the epoch. */
export interface Film {
  readonly id: string;
  readonly page: string;
  readonly edge: FilmEdge;
  /** How many bytes it has; not known before they come, on some ways. */
  readonly size: number | null;
  readonly received: number;
  /** What comes of it, where that is not good. */
  readonly trouble: string | null;
  readonly readyAt: number | null;
  /** The post that it became. */
  readonly post: string | null;
}

/** Announces a film; a fault decides what becomes of it. */
export function insertFilm(
  facebook: Facebook,
  page: string,
  { edge, size }: Pick<Film, 'edge' | 'size'>,
  fault: FaultEffect | undefined,
): string {
  const id = freshId(facebook, 'video', `${page} ${edge} ${size ?? ''}`);
  facebook.database.run(
    'INSERT INTO video (id, page, edge, size, received, trouble) VALUES (?, ?, ?, ?, 0, ?)',
    id,
    page,
    edge,
    size,
    fault?.startsWith('media-') ? fault : null,
  );
  return id;
}

/** A film that is there. */
export function findFilm({ database }: Facebook, id: string): Film | undefined {
  const row = database.one('SELECT * FROM video WHERE id = ?', id);
  return row && filmFrom(row);
}

/** Where a film stands, in the network's words. */
export function statusOf(facebook: Facebook, film: Film) {
  const now = facebook.clock.now();
  const { readyAt, trouble, size, received, post } = film;
  const uploaded = size !== null && received >= size;
  const uploading_phase = {
    status: uploaded ? 'complete' : 'in_progress',
    bytes_transfered: received,
  };
  const idle = { status: 'not_started' };
  if (readyAt === null || post === null) {
    return {
      video_status: uploaded ? 'upload_complete' : 'uploading',
      uploading_phase,
      processing_phase: idle,
      publishing_phase: idle,
    };
  }
  if (now < readyAt || trouble === 'media-stuck') {
    const busy = { status: 'in_progress' };
    return {
      video_status: 'processing',
      uploading_phase,
      processing_phase: busy,
      publishing_phase: busy,
    };
  }
  if (trouble !== null) {
    const errors = [{ code: 1_363_019, message: 'The video could not be processed.' }];
    const processing_phase = { status: 'error', errors };
    return { video_status: 'error', uploading_phase, processing_phase, publishing_phase: idle };
  }
  const done = { status: 'complete' };
  const shownAt = findPost(facebook, post)?.shownAt ?? readyAt;
  const publishing_phase = {
    ...done,
    publish_status: shownAt > now ? 'scheduled' : 'published',
    publish_time: Math.floor(shownAt / 1000),
  };
  return { video_status: 'ready', uploading_phase, processing_phase: done, publishing_phase };
}

function filmFrom(row: Row): Film {
  const number = (name: string) => (row[name] === null ? null : Number(row[name]));
  const text = (name: string) => (row[name] === null ? null : String(row[name]));
  return {
    id: String(row['id']),
    page: String(row['page']),
    edge: row['edge'] as FilmEdge,
    size: number('size'),
    received: Number(row['received']),
    trouble: text('trouble'),
    readyAt: number('ready_at'),
    post: text('post'),
  };
}
