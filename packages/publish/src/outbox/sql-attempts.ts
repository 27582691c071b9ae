import type { Attempt } from './entry.ts';
import type { Arming, ArmRequest, Claim, Judgement } from './outbox.ts';
import { releaseReservation, reserveBudget, settleReservation } from './sql-budget.ts';
import { bookExpense, refundExpense } from './sql-expenses.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { type AttemptRow, lockPublication, type PublicationRow, toAttempt } from './sql-entries.ts';
import { appendLog } from './sql-log.ts';
import { findAhead } from './sql-precedence.ts';
import { isPaused } from './sql-queue.ts';
import { freezeSteps, restartSteps, setStep } from './sql-steps.ts';
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

/** The name under which an attempt reserves its budgets. */
export function reservationOf(id: string, { step, number, sends }: Attempt): string {
  return JSON.stringify([id, step, number, sends]);
}

/** Stores a judgement of whoever holds the newest claim. */
export async function storeJudgement(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  claim: Claim,
  judgement: Judgement,
): Promise<boolean> {
  const { now } = transaction;
  const { id } = claim.entry.publication;
  const row = await lockPublication(transaction, database.forUpdate, id);
  if (!row || row.fence !== claim.fence) return false;
  const {
    close,
    looked,
    undone = [],
    restart = [],
    state,
    delaySeconds = 0,
    waitsFor,
    note,
  } = judgement;
  if (close) {
    const open = await openAttempt(transaction, id, close.step);
    const closed = await transaction.run(
      `UPDATE attempt SET outcome = ? WHERE publication = ? AND step = ? AND outcome IS NULL`,
      close.outcome,
      id,
      close.step,
    );
    // A fact arrived meanwhile, and facts win.
    if (closed === 0) return false;
    // An answer came: its budgets are counted from now on, and no longer from its latest moment.
    if (open && close.outcome === 'rejected') {
      await settleReservation(transaction, reservationOf(id, open));
    }
    if (open && close.outcome !== 'abandoned') await refundExpense(transaction, id, open);
    await setStep(transaction, id, close.step, 'waiting');
  }
  if (looked !== undefined) {
    await transaction.run(
      `UPDATE attempt SET looks = looks + 1 WHERE publication = ? AND step = ? AND outcome IS NULL`,
      id,
      looked,
    );
  }
  await restartSteps(transaction, id, restart);
  for (const step of undone) {
    await setStep(transaction, id, step, 'undone');
    await transaction.run(
      `UPDATE post SET withdrawn_at = ? WHERE publication = ? AND step = ?`,
      now,
      id,
      step,
    );
  }
  await transaction.run(
    `UPDATE publication SET state = ?, next_at = ?, touched_at = ?, waits_for = ?, tries = tries + ?, note = ? WHERE id = ?`,
    state ?? row.state,
    delaySeconds === null ? null : now + Math.ceil(delaySeconds * 1000),
    now,
    delaySeconds === null ? null : (waitsFor ?? null),
    judgement.countsAsTry ? 1 : 0,
    note ?? null,
    id,
  );
  await appendLog(transaction, database, [
    {
      chain: row.account,
      publication: id,
      event: judgement.event,
      ...(judgement.data === undefined ? {} : { data: judgement.data }),
    },
  ]);
  return true;
}

function isCurrent(row: PublicationRow, claim: Claim): boolean {
  return (
    row.fence === claim.fence &&
    row.revision === claim.entry.revision &&
    row.hash === claim.entry.hash &&
    row.stop_requested === 0
  );
}

async function openAttempt(
  transaction: SqlTransaction,
  id: string,
  step: string,
): Promise<Attempt | undefined> {
  const row = await first<AttemptRow>(
    transaction,
    `SELECT * FROM attempt WHERE publication = ? AND step = ? AND outcome IS NULL`,
    id,
    step,
  );
  return row && toAttempt(row);
}

function latestAttempt(
  transaction: SqlTransaction,
  id: string,
  step: string,
): Promise<AttemptRow | undefined> {
  return first(
    transaction,
    `SELECT * FROM attempt WHERE publication = ? AND step = ? ORDER BY number DESC LIMIT 1`,
    id,
    step,
  );
}

function attemptAfter(latest: number, now: number, { step, serverNowAt }: ArmRequest): Attempt {
  const byServer = serverNowAt === undefined ? {} : { serverArmedAt: Math.round(serverNowAt) };
  return { step, number: latest + 1, sends: 1, looks: 0, armedAt: now, ...byServer };
}

async function storeAttempt(
  transaction: SqlTransaction,
  id: string,
  { step, number, sends, armedAt, serverArmedAt }: Attempt,
  { again = false, likeness }: ArmRequest,
): Promise<void> {
  await (again
    ? transaction.run(
        `UPDATE attempt SET sends = ? WHERE publication = ? AND step = ? AND number = ?`,
        sends,
        id,
        step,
        number,
      )
    : transaction.run(
        `INSERT INTO attempt (publication, step, number, sends, looks, armed_at, server_armed_at, outcome, likeness)
         VALUES (?, ?, ?, 1, 0, ?, ?, NULL, ?)`,
        id,
        step,
        number,
        armedAt,
        serverArmedAt ?? null,
        likeness ?? null,
      ));
}
