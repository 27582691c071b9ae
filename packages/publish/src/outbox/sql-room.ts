import type { Charge, ChargeWindow } from './charge.ts';
import { first, type SqlTransaction } from './sql-database.ts';
import { spanAt, type WindowSpan } from './window-span.ts';

/** Reservations lie at most this far ahead; anything later was written by a clock that ran ahead. */
const farthestReservation = 3_600_000;

/** Our time was told before the bucket was ours: who had it meanwhile may have written a later one. */
const clockTolerance = 1000;

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
  if (windows.length === 0) {
    // Nothing is counted at a gate: whether it is shut may be read beside others.
    const gate = await readBucket(transaction, '', bucket);
    const freeAt = gate ? openAt(gate, now) : now;
    return { freeAt, thenAt: freeAt };
  }
  // Asked all at once: as long as an answer takes, the bucket is closed to everybody else.
  const look = () =>
    Promise.all([
      lockBucket(transaction, forUpdate, bucket),
      readLearnt(transaction, bucket),
      Promise.all(windows.map((window) => readHeld(transaction, bucket, window))),
    ]);
  let [row, learnt, held] = await look();
  if (row.isNew || Math.abs(now - row.touched_at) >= tidyEvery) {
    // Others may have counted in it before it was ours.
    await tidy(transaction, bucket, windows);
    [row, learnt, held] = await look();
  }
  let freeAt = openAt(row, now);
  let thenAt = freeAt;
  for (const each of await withLearnt(transaction, bucket, held, learnt)) {
    const limit = each.window.points;
    // A charge above the whole limit could never fit: it takes all there is.
    const taken = Math.min(points, limit);
    const over = each.points + taken - limit;
    if (over + taken <= 0) continue;
    const leaving = await leavingFrom(transaction, bucket, each, over + taken);
    freeAt = Math.max(freeAt, leaving(over));
    thenAt = Math.max(thenAt, leaving(over + taken));
  }
  return { freeAt, thenAt: Math.max(freeAt, thenAt) };
}

/** When a bucket lets anything out. A block written far in our future comes from a clock that ran ahead. */
function openAt({ blocked_until, touched_at }: BucketRow, now: number): number {
  return touched_at > now + clockTolerance ? now : Math.max(now, blocked_until);
}

/**
 * How many such charges a bucket has room for now, without locking it, and when for one more: those who
 * wait are let in no faster than that.
 */
export async function slotsIn(
  transaction: SqlTransaction,
  { bucket, points, windows }: Charge,
  most: number,
): Promise<{ readonly count: number; readonly nextAt: number }> {
  const [learnt, held] = await Promise.all([
    readLearnt(transaction, bucket),
    Promise.all(windows.map((window) => readHeld(transaction, bucket, window))),
  ]);
  let count = most;
  let nextAt = transaction.now;
  const all = await withLearnt(transaction, bucket, held, learnt);
  for (const each of all) {
    const taken = Math.min(points, each.window.points);
    if (taken > 0) count = Math.min(count, Math.floor((each.window.points - each.points) / taken));
  }
  count = Math.max(0, count);
  for (const each of all) {
    const taken = Math.min(points, each.window.points);
    const over = each.points + (count + 1) * taken - each.window.points;
    if (over <= 0) continue;
    const leaving = await leavingFrom(transaction, bucket, each, over);
    nextAt = Math.max(nextAt, leaving(over));
  }
  return { count, nextAt };
}

/** What answers taught goes before what a manifest says. */
async function withLearnt(
  transaction: SqlTransaction,
  bucket: string,
  held: readonly Held[],
  learnt: readonly LearntRow[],
): Promise<Held[]> {
  const known = new Map(held.map((each) => [each.window.windowSeconds, each]));
  for (const { window_seconds: windowSeconds, points } of learnt) {
    const window = { ...known.get(windowSeconds)?.window, windowSeconds, points };
    const counted = known.get(windowSeconds) ?? (await readHeld(transaction, bucket, window));
    known.set(windowSeconds, { ...counted, window });
  }
  return [...known.values()];
}

interface LearntRow {
  readonly window_seconds: number;
  readonly points: number;
}

function readLearnt(transaction: SqlTransaction, bucket: string) {
  return transaction.all<LearntRow>(
    `SELECT window_seconds, points FROM learnt_rate WHERE bucket = ?`,
    bucket,
  );
}

interface Tick {
  readonly at: number;
  readonly points: number;
}

/** What a window holds. */
interface Held {
  readonly window: ChargeWindow;
  readonly span: WindowSpan;
  readonly points: number;
  /** The oldest of it: a window may hold thousands, and mostly the first few are enough. */
  readonly oldest: readonly Tick[];
}

const few = 32;
const oldestFirst = `SELECT at, points FROM tick WHERE bucket = ? AND at > ? ORDER BY at`;

async function readHeld(
  transaction: SqlTransaction,
  bucket: string,
  window: ChargeWindow,
): Promise<Held> {
  const span = spanAt(window, transaction.now);
  const [points, oldest] = await Promise.all([
    spent(transaction, bucket, span),
    span.until === undefined
      ? transaction.all<Tick>(`${oldestFirst} LIMIT ${few}`, bucket, span.since)
      : [],
  ]);
  return { window, span, points, oldest };
}

/** When points leave a window: oldest first where it slides, and all at once where a day ends. */
async function leavingFrom(
  transaction: SqlTransaction,
  bucket: string,
  { window, span, oldest }: Held,
  most: number,
): Promise<(points: number) => number> {
  const { now } = transaction;
  const { since, until } = span;
  if (until !== undefined) return (points) => (points <= 0 ? now : until);
  const held = oldest.reduce((sum, tick) => sum + tick.points, 0);
  const isEnough = oldest.length < few || held >= most;
  const ticks = isEnough ? oldest : await transaction.all<Tick>(oldestFirst, bucket, since);
  return (points) => leavingAt(ticks, points, now, window.windowSeconds);
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
  /** Whether it was made just now. */
  readonly isNew?: boolean;
}

/** Reads a bucket and keeps other writers from it; makes it where there is none. */
export async function lockBucket(
  transaction: SqlTransaction,
  forUpdate: string,
  bucket: string,
): Promise<BucketRow> {
  const known = await readBucket(transaction, forUpdate, bucket);
  if (known) return known;
  transaction.later(
    `INSERT INTO bucket (key, blocked_until, full_until, touched_at) VALUES (?, 0, 0, 0) ON CONFLICT (key) DO NOTHING`,
    bucket,
  );
  const made = await readBucket(transaction, forUpdate, bucket);
  return { blocked_until: 0, touched_at: 0, ...made, isNew: true };
}

function readBucket(
  transaction: SqlTransaction,
  forUpdate: string,
  bucket: string,
): Promise<BucketRow | undefined> {
  return first(
    transaction,
    `SELECT blocked_until, touched_at FROM bucket WHERE key = ?${forUpdate}`,
    bucket,
  );
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
