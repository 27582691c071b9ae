import type { ChargeWindow, RateLesson } from './charge.ts';
import type { SqlDatabase, SqlTransaction } from './sql-database.ts';
import { lockBucket, spent } from './sql-room.ts';
import { spanAt } from './window-span.ts';

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
  const window = lesson.windows.find((each) => each.windowSeconds === windowSeconds);
  const span = spanAt(window ?? { windowSeconds }, transaction.now);
  const counted = await spent(transaction, bucket, span);
  const others = limit - remaining - counted;
  if (others <= 0) return;
  // Somebody else uses the account too. Their share comes back when the server says so.
  const at =
    resetAt === undefined || span.until !== undefined
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

function onlyWindow(windows: readonly ChargeWindow[]): number | undefined {
  return windows.length === 1 ? windows[0]?.windowSeconds : undefined;
}
