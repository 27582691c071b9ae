import type { Charge } from './charge.ts';
import { first, placeholders, type SqlTransaction } from './sql-database.ts';
import type { Entry } from './entry.ts';
import { ranks } from './sql-changes.ts';
import { notPaused } from './sql-queue.ts';

/**
 * Finds a more urgent publication that should go first, whichever process holds it: one that waits for
 * a budget this one would take from, or an urgent one of the same account that is due.
 */
export async function findAhead(
  transaction: SqlTransaction,
  { account, publication }: Pick<Entry, 'account' | 'publication'>,
  charges: readonly Charge[],
): Promise<string | undefined> {
  const rank = ranks[publication.priority];
  if (rank === 0) return undefined;
  const buckets = charges.map(({ bucket }) => bucket);
  const ahead = await first<{ id: string }>(
    transaction,
    `SELECT id FROM standing
     WHERE waits_for IN (${placeholders(buckets)}) AND priority < ? ${notPaused}
     UNION ALL
     SELECT id FROM standing
     WHERE priority = 0 AND waits_for IS NULL AND next_at <= ? AND account = ? ${notPaused}
     LIMIT 1`,
    ...buckets,
    rank,
    transaction.now,
    account,
  );
  return ahead?.id;
}
