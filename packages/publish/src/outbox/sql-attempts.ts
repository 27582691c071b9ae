import type { Attempt } from './entry.ts';
import type { ArmRequest } from './outbox.ts';
import { first, type SqlTransaction } from './sql-database.ts';
import { type AttemptRow, toAttempt } from './sql-entries.ts';

/** The name under which an attempt reserves its budgets. */
export function reservationOf(id: string, { step, number, sends }: Attempt): string {
  return JSON.stringify([id, step, number, sends]);
}

/** The attempt of a step of which nobody knows yet what became. */
export async function openAttempt(
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

/** The newest attempt of a step, open or not. */
export function latestAttempt(
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

/** The attempt that follows so many others. */
export function attemptAfter(
  latest: number,
  now: number,
  { step, serverNowAt }: ArmRequest,
): Attempt {
  const byServer = serverNowAt === undefined ? {} : { serverArmedAt: Math.round(serverNowAt) };
  return { step, number: latest + 1, sends: 1, looks: 0, armedAt: now, ...byServer };
}

/** Writes an attempt down, or counts that it is sent once more. */
export function storeAttempt(
  transaction: SqlTransaction,
  id: string,
  { step, number, sends, armedAt, serverArmedAt }: Attempt,
  { again = false, likeness }: ArmRequest,
): void {
  if (again) {
    transaction.later(
      `UPDATE attempt SET sends = ? WHERE publication = ? AND step = ? AND number = ?`,
      sends,
      id,
      step,
      number,
    );
    return;
  }
  transaction.later(
    `INSERT INTO attempt (publication, step, number, sends, looks, armed_at, server_armed_at, outcome, likeness)
     VALUES (?, ?, ?, 1, 0, ?, ?, NULL, ?)`,
    id,
    step,
    number,
    armedAt,
    serverArmedAt ?? null,
    likeness ?? null,
  );
}
