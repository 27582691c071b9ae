import type { Charge } from './charge.ts';
import { first, placeholders, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { roomFor } from './sql-room.ts';

/** What reserving budgets ended in. */
export type Reserving = { readonly status: 'reserved' } | Waiting;

/** There is no room before this moment, and which bucket says so. */
export interface Waiting extends Hint {
  readonly status: 'wait';
}

interface Hint {
  readonly untilAt: number;
  readonly bucket: string;
}

/**
 * Takes points from every bucket, or from none. A slot is surely free only one window after its
 * answer: until that comes it is counted at the moment when the request has run out of time.
 */
export async function reserveBudget(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  charges: readonly Charge[],
  { reservation, countsAt }: { readonly reservation: string; readonly countsAt: number },
): Promise<Reserving> {
  const { wait, full } = await findRoom(transaction, database, charges);
  if (wait) {
    hint(transaction, wait);
    return wait;
  }
  for (const { bucket, points, windows } of charges) {
    if (windows.length === 0) continue;
    transaction.later(
      `INSERT INTO tick (bucket, at, points, reservation) VALUES (?, ?, ?, ?)`,
      bucket,
      Math.ceil(countsAt),
      points,
      reservation,
    );
  }
  // Whoever waits must not come and try for nothing: each try is a write that all others wait for.
  for (const each of full) hint(transaction, each);
  return { status: 'reserved' };
}

/** When to try again after a reservation that was taken back: at once, should there be room by now. */
export async function awaitRoom(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  charges: readonly Charge[],
): Promise<Waiting> {
  const { wait } = await findRoom(transaction, database, charges);
  if (wait) hint(transaction, wait);
  const [charge] = inLockingOrder(charges).slice(-1);
  return wait ?? { status: 'wait', untilAt: transaction.now, bucket: charge?.bucket ?? '' };
}

/** Locks buckets, and tells when all have room, and which have none for another such charge. */
export async function findRoom(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  charges: readonly Charge[],
): Promise<{ readonly wait: Waiting | undefined; readonly full: readonly Hint[] }> {
  let wait: Waiting | undefined;
  const full: Hint[] = [];
  const inOrder = inLockingOrder(charges);
  const rooms = await Promise.all(inOrder.map((charge) => roomFor(transaction, forUpdate, charge)));
  for (const [index, { freeAt, thenAt }] of rooms.entries()) {
    const bucket = inOrder[index]?.bucket ?? '';
    if (freeAt > (wait?.untilAt ?? transaction.now)) {
      wait = { status: 'wait', untilAt: freeAt, bucket };
    }
    if (thenAt > transaction.now) full.push({ untilAt: thenAt, bucket });
  }
  return { wait, full };
}

/** The one order in which buckets are locked, so that two writers cannot wait for each other. */
export function inLockingOrder<Each extends Pick<Charge, 'bucket'>>(
  charges: readonly Each[],
): Each[] {
  return charges.toSorted((a, b) => (a.bucket < b.bucket ? -1 : 1));
}

/** Until when those who wait for one of these buckets were told to wait; without locking any. */
export async function readHint(
  transaction: SqlTransaction,
  charges: readonly Charge[],
): Promise<Hint | undefined> {
  const keys = charges.map(({ bucket }) => bucket);
  const { now } = transaction;
  return first(
    transaction,
    `SELECT key AS bucket, full_until AS "untilAt" FROM bucket
     WHERE key IN (${placeholders(keys)}) AND full_until > ? AND touched_at <= ?
     ORDER BY full_until DESC LIMIT 1`,
    ...keys,
    now,
    now,
  );
}

/** Tells those who wait when to ask again. Only a hint: an answer may free the slot sooner. */
function hint(transaction: SqlTransaction, { bucket, untilAt }: Hint): void {
  transaction.later(
    `UPDATE bucket SET full_until = ?, touched_at = ? WHERE key = ?`,
    untilAt,
    transaction.now,
    bucket,
  );
}

/** Counts a reservation from now on, because its answer came. */
export function settleReservation(transaction: SqlTransaction, reservation: string): void {
  transaction.later(
    `UPDATE tick SET at = ? WHERE reservation = ? AND at > ?`,
    transaction.now,
    reservation,
    transaction.now,
  );
}
