import type { Arming, ArmRequest, Claim } from './outbox.ts';
import { attemptAfter, latestAttempt, reservationOf, storeAttempt } from './sql-attempts.ts';
import { releaseReservation, reserveBudget } from './sql-budget.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { lockPublication, type PublicationRow, toAttempt } from './sql-entries.ts';
import { bookExpense } from './sql-expenses.ts';
import { appendLog } from './sql-log.ts';
import { findAhead } from './sql-precedence.ts';
import { isPaused } from './sql-queue.ts';
import { freezeSteps } from './sql-steps.ts';
import { findTwin } from './sql-twins.ts';

/** A lease lasts this much longer than the request it covers, in milliseconds. */
const leaseMargin = 2000;

/** Whoever lets a more urgent one pass tries again after this, in milliseconds. */
const stepBack = 1000;

/** Makes an attempt durable, and its budgets with it, unless anything changed since the claim. */
export async function armStep(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  claim: Claim,
  request: ArmRequest,
): Promise<Arming> {
  const { now } = transaction;
  const { id } = claim.entry.publication;
  const row = await lockPublication(transaction, database.forUpdate, id);
  if (!row || !isCurrent(row, claim) || (await isPaused(transaction, row))) {
    return { status: 'lost' };
  }
  const latest = await latestAttempt(transaction, id, request.step);
  const open = latest?.outcome === null ? toAttempt(latest) : undefined;
  // One open attempt at a time: only a repeat with the same key may join it.
  if ((open !== undefined) !== (request.again === true)) return { status: 'lost' };
  const attempt = open
    ? { ...open, sends: open.sends + 1 }
    : attemptAfter(latest?.number ?? 0, now, request);
  const reservation = reservationOf(id, attempt);
  const reserving = await reserveBudget(transaction, database, request.charges, {
    reservation,
    countsAt: now + request.timeoutSeconds * 1000,
  });
  if (reserving.status === 'wait') {
    await transaction.run(
      `UPDATE publication SET next_at = ?, touched_at = ?, waits_for = ? WHERE id = ?`,
      reserving.untilAt,
      now,
      reserving.bucket,
      id,
    );
    return reserving;
  }
  const ahead = open ? undefined : await findAhead(transaction, row, request.charges);
  if (ahead !== undefined) {
    await releaseReservation(transaction, reservation);
    return makeWay(transaction, row, ahead);
  }
  // Every post of an account passes its gate: from here on no twin can be armed beside us.
  const twin = open ? undefined : await findTwin(transaction, id, request);
  if (twin !== undefined) {
    await releaseReservation(transaction, reservation);
    return { status: 'twin', publication: twin };
  }
  const over = await bookExpense(transaction, database, row, attempt, request);
  if (over) {
    await releaseReservation(transaction, reservation);
    return over;
  }
  if (request.freeze) await freezeSteps(transaction, id, request.freeze);
  await storeAttempt(transaction, id, attempt, request);
  const armed = await first<{ visibility: string }>(
    transaction,
    `UPDATE step SET state = 'armed' WHERE publication = ? AND id = ? RETURNING visibility`,
    id,
    request.step,
  );
  const isVisible = armed !== undefined && armed.visibility !== 'none';
  await transaction.run(
    `UPDATE publication SET state = ?, next_at = ?, touched_at = ?, note = NULL WHERE id = ?`,
    row.state === 'planned' && isVisible ? 'publishing' : row.state,
    now + Math.ceil(request.timeoutSeconds * 1000) + leaseMargin,
    now,
    id,
  );
  await appendLog(transaction, database, [
    {
      chain: row.account,
      publication: id,
      event: 'armed',
      data: {
        step: request.step,
        attempt: attempt.number,
        send: attempt.sends,
        fence: claim.fence,
        revision: row.revision,
        ...(request.price && { price: request.price }),
      },
    },
  ]);
  return { status: 'armed', attempt };
}

/** Steps back for a moment: a more urgent one takes what room there is. */
async function makeWay(
  transaction: SqlTransaction,
  { id, account }: PublicationRow,
  behind: string,
): Promise<Arming> {
  const untilAt = transaction.now + stepBack;
  await transaction.run(
    `UPDATE publication SET next_at = ?, touched_at = ?, waits_for = NULL WHERE id = ?`,
    untilAt,
    transaction.now,
    id,
  );
  return { status: 'wait', untilAt, bucket: account, behind };
}

function isCurrent(row: PublicationRow, claim: Claim): boolean {
  return (
    row.fence === claim.fence &&
    row.revision === claim.entry.revision &&
    row.hash === claim.entry.hash &&
    row.stop_requested === 0
  );
}
