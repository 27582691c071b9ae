import type { Charge, ChargeWindow, RateLesson } from './charge.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';

/** What reserving budgets ended in. */
export type Reserving =
  | { readonly status: 'reserved' }
  | { readonly status: 'wait'; readonly untilAt: number; readonly bucket: string };

/** Reservations lie at most this far ahead; anything later was written by a clock that ran ahead. */
const farthestReservation = 3_600_000;

/**
 * Takes points from every bucket, or from none. A slot is surely free only one window after its
 * answer: until that comes it is counted at the moment when the request has run out of time.
 */
export async function reserveBudget(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  charges: readonly Charge[],
  { reservation, countsAt }: { readonly reservation: string; readonly countsAt: number },
): Promise<Reserving> {
  // In one order, so that two writers cannot wait for each other.
  const ordered = charges.toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1));
  let wait: { untilAt: number; bucket: string } | undefined;
  for (const charge of ordered) {
    const untilAt = await freeAt(transaction, forUpdate, charge);
    if (untilAt > (wait?.untilAt ?? transaction.now)) wait = { untilAt, bucket: charge.bucket };
  }
  if (wait) {
    // Only a hint for those who wait: an answer may free the slot sooner.
    await transaction.run(
      `UPDATE bucket SET full_until = ?, touched_at = ? WHERE key = ?`,
      wait.untilAt,
      transaction.now,
      wait.bucket,
    );
    return { status: 'wait', ...wait };
  }
  for (const { bucket, points, windows } of ordered) {
    if (windows.length === 0) continue;
    await transaction.run(
      `INSERT INTO tick (bucket, at, points, reservation) VALUES (?, ?, ?, ?)`,
      bucket,
      Math.ceil(countsAt),
      points,
      reservation,
    );
  }
  return { status: 'reserved' };
}

/** Counts a reservation from now on, because its answer came. */
export async function settleReservation(
  transaction: SqlTransaction,
  reservation: string,
): Promise<void> {
  await transaction.run(
    `UPDATE tick SET at = ? WHERE reservation = ? AND at > ?`,
    transaction.now,
    reservation,
    transaction.now,
  );
}

/** Gives a reservation back: nothing was sent under it. */
export async function releaseReservation(
  transaction: SqlTransaction,
  reservation: string,
): Promise<void> {
  await transaction.run(`DELETE FROM tick WHERE reservation = ?`, reservation);
}

/** Stores what an answer taught. */
export async function storeLesson(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  lesson: RateLesson,
): Promise<void> {
  const { bucket, limit, remaining, resetAt, blockedUntilAt } = lesson;
  await lockBucket(transaction, forUpdate, bucket);
  if (blockedUntilAt !== undefined) await blockBucket(transaction, bucket, blockedUntilAt);
  const windowSeconds = lesson.windowSeconds ?? onlyWindow(lesson.windows);
  if (windowSeconds === undefined || limit === undefined) return;
  await transaction.run(
    `INSERT INTO learnt_rate (bucket, window_seconds, points) VALUES (?, ?, ?)
     ON CONFLICT (bucket, window_seconds) DO UPDATE SET points = excluded.points`,
    bucket,
    windowSeconds,
    limit,
  );
  if (remaining === undefined) return;
  const counted = await spent(transaction, bucket, windowSeconds);
  const others = limit - remaining - counted;
  if (others <= 0) return;
  // Somebody else uses the account too. Their share comes back when the server says so.
  const at =
    resetAt === undefined
      ? transaction.now
      : Math.min(transaction.now, resetAt - windowSeconds * 1000);
  await transaction.run(
    `INSERT INTO tick (bucket, at, points, reservation) VALUES (?, ?, ?, 'others')`,
    bucket,
    Math.ceil(at),
    others,
  );
}

/** Lets nothing out of a bucket before a moment. */
async function blockBucket(
  transaction: SqlTransaction,
  bucket: string,
  untilAt: number,
): Promise<void> {
  await transaction.run(
    `INSERT INTO bucket (key, blocked_until, full_until, touched_at) VALUES (?, ?, 0, ?)
     ON CONFLICT (key) DO UPDATE SET blocked_until = excluded.blocked_until, touched_at = excluded.touched_at`,
    bucket,
    Math.ceil(untilAt),
    transaction.now,
  );
}

async function lockBucket(
  transaction: SqlTransaction,
  forUpdate: string,
  bucket: string,
): Promise<{ blocked_until: number; touched_at: number }> {
  await transaction.run(
    `INSERT INTO bucket (key, blocked_until, full_until, touched_at) VALUES (?, 0, 0, 0) ON CONFLICT (key) DO NOTHING`,
    bucket,
  );
  const row = await first<{ blocked_until: number; touched_at: number }>(
    transaction,
    `SELECT blocked_until, touched_at FROM bucket WHERE key = ?${forUpdate}`,
    bucket,
  );
  return row ?? { blocked_until: 0, touched_at: 0 };
}

/** When the charge fits: now, or the first moment at which enough has left every window. */
async function freeAt(
  transaction: SqlTransaction,
  forUpdate: string,
  { bucket, points, windows }: Charge,
): Promise<number> {
  const { now } = transaction;
  const { blocked_until, touched_at } = await lockBucket(transaction, forUpdate, bucket);
  // A block written in our future comes from a clock that ran ahead: it is not believed.
  let free = touched_at > now ? now : Math.max(now, blocked_until);
  if (windows.length === 0) return free;
  await forget(transaction, bucket, windows);
  const learnt = await transaction.all<{ window_seconds: number; points: number }>(
    `SELECT window_seconds, points FROM learnt_rate WHERE bucket = ?`,
    bucket,
  );
  const known = new Map(windows.map(({ windowSeconds, points }) => [windowSeconds, points]));
  for (const rate of learnt) known.set(rate.window_seconds, rate.points);
  for (const [windowSeconds, limit] of known) {
    // A charge above the whole limit could never fit: it takes all there is.
    const room = limit - Math.min(points, limit);
    let over = (await spent(transaction, bucket, windowSeconds)) - room;
    if (over <= 0) continue;
    const since = now - windowSeconds * 1000;
    const ticks = await transaction.all<{ at: number; points: number }>(
      `SELECT at, points FROM tick WHERE bucket = ? AND at > ? ORDER BY at`,
      bucket,
      since,
    );
    for (const tick of ticks) {
      over -= tick.points;
      if (over > 0) continue;
      // A reservation under way counts as if its answer came now: it may, and then we are not late.
      free = Math.max(free, Math.ceil(Math.min(tick.at, now) + windowSeconds * 1000));
      break;
    }
  }
  return free;
}

async function spent(
  transaction: SqlTransaction,
  bucket: string,
  windowSeconds: number,
): Promise<number> {
  const row = await first<{ points: number | null }>(
    transaction,
    `SELECT sum(points) AS points FROM tick WHERE bucket = ? AND at > ?`,
    bucket,
    transaction.now - windowSeconds * 1000,
  );
  return row?.points ?? 0;
}

/** Drops what no window can see any more, and mends what a clock that ran ahead wrote. */
async function forget(
  transaction: SqlTransaction,
  bucket: string,
  windows: readonly ChargeWindow[],
): Promise<void> {
  const longest = Math.max(86_400, ...windows.map(({ windowSeconds }) => windowSeconds));
  await transaction.run(
    `DELETE FROM tick WHERE bucket = ? AND at < ?`,
    bucket,
    transaction.now - longest * 1000,
  );
  await transaction.run(
    `UPDATE tick SET at = ? WHERE bucket = ? AND at > ?`,
    transaction.now,
    bucket,
    transaction.now + farthestReservation,
  );
}

function onlyWindow(windows: readonly ChargeWindow[]): number | undefined {
  return windows.length === 1 ? windows[0]?.windowSeconds : undefined;
}
