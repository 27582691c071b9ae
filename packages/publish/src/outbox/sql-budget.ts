import type { Charge } from './charge.ts';
import type { SqlDatabase, SqlTransaction } from './sql-database.ts';
import { roomFor } from './sql-room.ts';

/** What reserving budgets ended in. */
export type Reserving =
  | { readonly status: 'reserved' }
  | { readonly status: 'wait'; readonly untilAt: number; readonly bucket: string };

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
  const { now } = transaction;
  // In one order, so that two writers cannot wait for each other.
  const ordered = charges.toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1));
  let wait: { untilAt: number; bucket: string } | undefined;
  const full: { untilAt: number; bucket: string }[] = [];
  for (const charge of ordered) {
    const { bucket } = charge;
    const { freeAt, thenAt } = await roomFor(transaction, forUpdate, charge);
    if (freeAt > (wait?.untilAt ?? now)) wait = { untilAt: freeAt, bucket };
    if (thenAt > now) full.push({ untilAt: thenAt, bucket });
  }
  if (wait) {
    await hint(transaction, wait);
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
  // Whoever waits must not come and try for nothing: each try is a write that all others wait for.
  for (const each of full) await hint(transaction, each);
  return { status: 'reserved' };
}

/** Tells those who wait when to ask again. Only a hint: an answer may free the slot sooner. */
async function hint(
  transaction: SqlTransaction,
  { bucket, untilAt }: { readonly bucket: string; readonly untilAt: number },
): Promise<void> {
  await transaction.run(
    `UPDATE bucket SET full_until = ?, touched_at = ? WHERE key = ?`,
    untilAt,
    transaction.now,
    bucket,
  );
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
  await transaction.run(
    `UPDATE bucket SET full_until = 0 WHERE key IN (SELECT bucket FROM tick WHERE reservation = ?)`,
    reservation,
  );
  await transaction.run(`DELETE FROM tick WHERE reservation = ?`, reservation);
}
