import type { Charge, ChargeWindow } from './charge.ts';
import { first, type SqlTransaction } from './sql-database.ts';
import { spanAt, type WindowSpan } from './window-span.ts';

/** Reservations lie at most this far ahead; anything later was written by a clock that ran ahead. */
const farthestReservation = 3_600_000;

/** A bucket is tidied once a minute, in milliseconds: each statement keeps others waiting. */
const tidyEvery = 60_000;

/**
 * When a charge fits: now, or the first moment at which enough has left every window. `thenAt` is the
 * same for another such charge after it.
 */
export async function roomFor(
  transaction: SqlTransaction,
  forUpdate: string,
  { bucket, points, windows }: Charge,
): Promise<{ readonly freeAt: number; readonly thenAt: number }> {
  const { now } = transaction;
  const [{ blocked_until, touched_at }, learnt] = await Promise.all([
    lockBucket(transaction, forUpdate, bucket),
    windows.length === 0 ? [] : readLearnt(transaction, bucket),
  ]);
  // A block written in our future comes from a clock that ran ahead: it is not believed.
  let freeAt = touched_at > now ? now : Math.max(now, blocked_until);
  let thenAt = freeAt;
  if (windows.length === 0) return { freeAt, thenAt };
  if (Math.abs(now - touched_at) >= tidyEvery) await tidy(transaction, bucket, windows);
  const known = new Map(windows.map((window) => [window.windowSeconds, window]));
  for (const { window_seconds: windowSeconds, points: most } of learnt) {
    known.set(windowSeconds, { ...known.get(windowSeconds), windowSeconds, points: most });
  }
  for (const window of known.values()) {
    const limit = window.points;
    // A charge above the whole limit could never fit: it takes all there is.
    const taken = Math.min(points, limit);
    const span = spanAt(window, now);
    const over = (await spent(transaction, bucket, span)) + taken - limit;
    if (over + taken <= 0) continue;
    const leaving = await leavingFrom(transaction, bucket, { window, span, points: over + taken });
    freeAt = Math.max(freeAt, leaving(over));
    thenAt = Math.max(thenAt, leaving(over + taken));
  }
  return { freeAt, thenAt: Math.max(freeAt, thenAt) };
}

function readLearnt(transaction: SqlTransaction, bucket: string) {
  return transaction.all<{ window_seconds: number; points: number }>(
    `SELECT window_seconds, points FROM learnt_rate WHERE bucket = ?`,
    bucket,
  );
}

/** When points leave a window: oldest first where it slides, and all at once where a day ends. */
async function leavingFrom(
  transaction: SqlTransaction,
  bucket: string,
  held: { readonly window: ChargeWindow; readonly span: WindowSpan; readonly points: number },
): Promise<(points: number) => number> {
  const { now } = transaction;
  const { until } = held.span;
  if (until !== undefined) return (points) => (points <= 0 ? now : until);
  const ticks = await oldestTicks(transaction, bucket, held.span, held.points);
  return (points) => leavingAt(ticks, points, now, held.window.windowSeconds);
}

interface Tick {
  readonly at: number;
  readonly points: number;
}

/** The oldest ticks in a window that hold so many points, or all of them. */
async function oldestTicks(
  transaction: SqlTransaction,
  bucket: string,
  { since }: WindowSpan,
  points: number,
): Promise<Tick[]> {
  const oldest = `SELECT at, points FROM tick WHERE bucket = ? AND at > ? ORDER BY at`;
  // A window may hold thousands, and mostly the first few are enough.
  const few = await transaction.all<Tick>(`${oldest} LIMIT 32`, bucket, since);
  const held = few.reduce((sum, tick) => sum + tick.points, 0);
  return few.length < 32 || held >= points ? few : transaction.all(oldest, bucket, since);
}

/** When so many points have left a window; what is not answered yet counts as if it were now. */
function leavingAt(
  ticks: readonly Tick[],
  points: number,
  now: number,
  windowSeconds: number,
): number {
  if (points <= 0) return now;
  let left = points;
  for (const tick of ticks) {
    left -= tick.points;
    if (left <= 0) return Math.ceil(Math.min(tick.at, now) + windowSeconds * 1000);
  }
  return now + windowSeconds * 1000;
}

interface BucketRow {
  readonly blocked_until: number;
  readonly touched_at: number;
  readonly full_until: number;
}

/** Reads a bucket and keeps other writers from it; makes it where there is none. */
export async function lockBucket(
  transaction: SqlTransaction,
  forUpdate: string,
  bucket: string,
): Promise<BucketRow> {
  const read = () =>
    first<BucketRow>(
      transaction,
      `SELECT blocked_until, touched_at, full_until FROM bucket WHERE key = ?${forUpdate}`,
      bucket,
    );
  const known = await read();
  if (known) return known;
  await transaction.run(
    `INSERT INTO bucket (key, blocked_until, full_until, touched_at) VALUES (?, 0, 0, 0) ON CONFLICT (key) DO NOTHING`,
    bucket,
  );
  return (await read()) ?? { blocked_until: 0, touched_at: 0, full_until: 0 };
}

/** The points that a window holds. */
export async function spent(
  transaction: SqlTransaction,
  bucket: string,
  { since }: WindowSpan,
): Promise<number> {
  const row = await first<{ points: number | null }>(
    transaction,
    `SELECT sum(points) AS points FROM tick WHERE bucket = ? AND at > ?`,
    bucket,
    since,
  );
  return row?.points ?? 0;
}

/** Drops what no window can see any more, and mends what a clock that ran ahead wrote. */
async function tidy(
  transaction: SqlTransaction,
  bucket: string,
  windows: readonly ChargeWindow[],
): Promise<void> {
  const { now } = transaction;
  // A day on which clocks go back has 25 hours.
  const longest = Math.max(90_000, ...windows.map(({ windowSeconds }) => windowSeconds));
  await transaction.run(
    `DELETE FROM tick WHERE bucket = ? AND at < ?`,
    bucket,
    now - longest * 1000,
  );
  await transaction.run(
    `UPDATE tick SET at = ? WHERE bucket = ? AND at > ?`,
    now,
    bucket,
    now + farthestReservation,
  );
  await transaction.run(
    `UPDATE bucket SET blocked_until = CASE WHEN touched_at > ? THEN 0 ELSE blocked_until END,
       full_until = CASE WHEN touched_at > ? THEN 0 ELSE full_until END, touched_at = ? WHERE key = ?`,
    now,
    now,
    now,
    bucket,
  );
}
