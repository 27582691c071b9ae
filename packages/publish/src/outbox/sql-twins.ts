import type { ArmRequest } from './outbox.ts';
import { first, type SqlTransaction } from './sql-database.ts';

/** Servers write whole seconds, and their clocks are known to a few; in milliseconds. */
const clockMargin = 5000;

/**
 * Finds another publication of the same likeness that a look for this one might take for it: one that
 * is being sent or looked for, or one that came out so lately that a listing "since we sent it" may
 * still show it. One that waits for a person was sent long ago, and nobody looks for it any more.
 */
export async function findTwin(
  transaction: SqlTransaction,
  id: string,
  { likeness, timeoutSeconds }: ArmRequest,
): Promise<string | undefined> {
  if (likeness === undefined) return undefined;
  const { now } = transaction;
  const twin = await first<{ id: string }>(
    transaction,
    `SELECT standing.id AS id FROM attempt JOIN standing ON standing.id = attempt.publication
     WHERE attempt.likeness = ? AND standing.id <> ?
       AND ((attempt.outcome IS NULL AND standing.next_at IS NOT NULL)
         OR (attempt.outcome = 'done' AND attempt.armed_at > ? AND attempt.armed_at <= ?))
     LIMIT 1`,
    likeness,
    id,
    now - timeoutSeconds * 1000 - clockMargin,
    now,
  );
  return twin?.id;
}
