import type { Claim, Judgement } from './outbox.ts';
import { openAttempt, reservationOf } from './sql-attempts.ts';
import { settleReservation } from './sql-budget.ts';
import type { SqlDatabase, SqlTransaction } from './sql-database.ts';
import { lockStanding } from './sql-entries.ts';
import { refundExpense } from './sql-expenses.ts';
import { appendLog } from './sql-log.ts';
import { restartSteps, setStep } from './sql-steps.ts';

/** Stores a judgement of whoever holds the newest claim. */
export async function storeJudgement(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  claim: Claim,
  judgement: Judgement,
): Promise<boolean> {
  const { id } = claim.entry.publication;
  const row = await lockStanding(transaction, database.forUpdate, id);
  if (!row || row.fence !== claim.fence) return false;
  const { now } = transaction;
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
      settleReservation(transaction, reservationOf(id, open));
    }
    if (open && close.outcome !== 'abandoned') await refundExpense(transaction, id, open);
    setStep(transaction, id, close.step, 'waiting');
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
    setStep(transaction, id, step, 'undone');
    transaction.later(
      `UPDATE post SET withdrawn_at = ? WHERE publication = ? AND step = ?`,
      now,
      id,
      step,
    );
  }
  transaction.later(
    `UPDATE standing SET state = ?, next_at = ?, touched_at = ?, waits_for = ?, tries = tries + ?, note = ? WHERE id = ?`,
    state ?? row.state,
    delaySeconds === null ? null : now + Math.ceil(delaySeconds * 1000),
    now,
    delaySeconds === null ? null : (waitsFor ?? null),
    judgement.countsAsTry ? 1 : 0,
    note ?? null,
    id,
  );
  // To wait on for the same reason is no news.
  if (judgement.event === 'waiting' && note !== undefined && note === row.note) return true;
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
