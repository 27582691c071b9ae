import { moneyInPrice } from '@affiche/core';
import type { Attempt } from './entry.ts';
import type { Arming, ArmRequest } from './outbox.ts';
import { isLimited, periodAround, type SpendingQuery } from './spending.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import type { Standing } from './sql-entries.ts';

/** Books what a step costs, unless a limit leaves less than that. */
export async function bookExpense(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  row: Standing,
  { step, number }: Attempt,
  { price, limits = [] }: ArmRequest,
): Promise<Extract<Arming, { status: 'over-limit' }> | undefined> {
  if (price === undefined) return undefined;
  const { now } = transaction;
  const { currency, micros } = price;
  const ours = limits.filter(
    (limit) => isLimited(limit, row) && limit.amount.currency === currency,
  );
  for (const limit of ours.toSorted((a, b) => (a.scope < b.scope ? -1 : 1))) {
    await lockScope(transaction, forUpdate, limit.scope);
    const { from } = periodAround(now, limit.period);
    const spent = await readSpent(transaction, { scope: limit.scope, currency, from });
    if (spent + micros <= moneyInPrice(limit.amount).micros) continue;
    return { status: 'over-limit', limit, spent: { micros: spent, currency } };
  }
  transaction.later(
    `INSERT INTO expense (publication, step, number, account, client, currency, micros, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (publication, step, number) DO NOTHING`,
    row.id,
    step,
    number,
    row.account,
    row.client,
    currency,
    micros,
    now,
  );
  return undefined;
}

/** Gives back what a step would have cost: it is proved not to have happened. */
export async function refundExpense(
  transaction: SqlTransaction,
  publication: string,
  { step, number }: Pick<Attempt, 'step' | 'number'>,
): Promise<void> {
  await transaction.run(
    `DELETE FROM expense WHERE publication = ? AND step = ? AND number = ?`,
    publication,
    step,
    number,
  );
}

/** Adds up what was spent. */
export async function readSpent(
  transaction: SqlTransaction,
  { scope, currency, from, to }: SpendingQuery,
): Promise<number> {
  const [kind = '', ...name] = scope.split(':');
  const where = scope === '*' ? '' : `AND ${kind === 'client' ? 'client' : 'account'} = ?`;
  const row = await first<{ micros: number | null }>(
    transaction,
    `SELECT sum(micros) AS micros FROM expense WHERE currency = ? AND at >= ? ${where} ${to === undefined ? '' : 'AND at < ?'}`,
    currency,
    from,
    ...(scope === '*' ? [] : [name.join(':')]),
    ...(to === undefined ? [] : [to]),
  );
  return row?.micros ?? 0;
}

/** Two that spend from one purse must not count its money at once. */
async function lockScope(
  transaction: SqlTransaction,
  forUpdate: string,
  scope: string,
): Promise<void> {
  const key = `spending/${scope}`;
  transaction.later(
    `INSERT INTO bucket (key, blocked_until, full_until, touched_at) VALUES (?, 0, 0, 0) ON CONFLICT (key) DO NOTHING`,
    key,
  );
  await transaction.all(`SELECT key FROM bucket WHERE key = ?${forUpdate}`, key);
}
