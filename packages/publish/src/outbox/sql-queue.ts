import type { Claim, DueOptions, Ready } from './outbox.ts';
import {
  type Approved,
  lostPublication,
  lockStanding,
  readApproved,
  readSteps,
  type Standing,
  toEntry,
} from './sql-entries.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { type FactsRow, toFacts } from './sql-keepsakes.ts';
import { slotsIn } from './sql-room.ts';

/** No lease or backoff reaches farther into the future than a write from the past can excuse. */
const clockTolerance = 1000;

/** So many that wait for a budget are let in at once, where nobody knows how many it has room for. */
const fewAtOnce = 8;

/** Of so many budgets at the most the room is looked at before anybody is let in. */
const mostWatched = 32;

/** Whoever waits for the next slot looks again after so many milliseconds at the earliest. */
const shortWait = 10;

/** A condition: somebody paused everything, the client or the account of a publication. */
const paused = `EXISTS (
  SELECT 1 FROM pause WHERE pause.scope IN ('*', 'account:' || standing.account, 'client:' || standing.client)
)`;

/** The opposite, for one that is looked for. */
export const notPaused = `AND NOT ${paused}`;

/** What may be worked on now, most urgent first, and when the next one is due. */
export async function readDue(
  transaction: SqlTransaction,
  { listed, platform }: Pick<SqlDatabase, 'listed' | 'platform'>,
  { limit, platforms, except, budgets = [] }: DueOptions,
): Promise<{ ready: Ready[]; nextAt?: number }> {
  const { now } = transaction;
  const moments: number[] = [];
  // Denied twice, because PostgreSQL makes a join of the plain word, and reads all that is due for it.
  const ours = `AND NOT (${platform} NOT IN ${listed}) AND account NOT IN ${listed}`;
  const given = [JSON.stringify(platforms), JSON.stringify(except)];
  const pause = await first(transaction, `SELECT scope FROM pause LIMIT 1`);
  const allowed = pause ? `${notPaused} ${ours}` : ours;
  const byPriority = [0, 1, 2].map(
    (priority) => `SELECT * FROM (
      SELECT id, account, priority FROM standing
      WHERE priority = ${priority} AND waits_for IS NULL AND next_at <= ? ${allowed}
      ORDER BY next_at, id LIMIT ?) AS due_${priority}`,
  );
  const [due, waiting, fromTheFuture, next] = await Promise.all([
    transaction.all<Ready>(
      byPriority.join(' UNION ALL '),
      ...byPriority.flatMap(() => [now, ...given, limit]),
    ),
    // Whoever waits for a budget is asked only once it has room, a few at a time.
    transaction.all<{ key: string }>(
      `SELECT key FROM bucket
       WHERE (touched_at > ? OR (blocked_until <= ? AND full_until <= ?))
         AND EXISTS (SELECT 1 FROM standing WHERE waits_for = bucket.key)`,
      now,
      now,
      now,
    ),
    // A moment that a clock wrote which ran ahead is not believed: it might be days away.
    transaction.all<Ready>(
      `SELECT id, account, priority FROM standing
       WHERE touched_at > ? AND next_at > ? ${allowed} ORDER BY touched_at DESC LIMIT ?`,
      now + clockTolerance,
      now,
      ...given,
      limit,
    ),
    readNext(transaction),
  ]);
  // Where thousands of accounts wait, each for a budget of its own, nobody is in anybody's way.
  const known = new Map(
    waiting.length > mostWatched ? [] : budgets.map((budget) => [budget.bucket, budget]),
  );
  const released = await Promise.all(
    waiting.map(async ({ key }) => {
      const budget = known.get(key);
      const room = budget && (await slotsIn(transaction, budget, fewAtOnce));
      if (room) moments.push(Math.max(room.nextAt, now + shortWait));
      return transaction.all<Ready>(
        `SELECT id, account, priority FROM standing
         WHERE waits_for = ? ${allowed} ORDER BY priority, place, id LIMIT ?`,
        key,
        ...given,
        room?.count ?? fewAtOnce,
      );
    }),
  );
  const ready = [...due, ...released.flat(), ...fromTheFuture];
  if (next !== undefined) moments.push(next);
  return {
    ready: ready.toSorted((a, b) => a.priority - b.priority),
    ...(moments.length === 0 ? {} : { nextAt: Math.min(...moments) }),
  };
}

async function readNext(transaction: SqlTransaction): Promise<number | undefined> {
  const row = await first<{ at: number | null }>(
    transaction,
    `SELECT min(at) AS at FROM (
       SELECT min(next_at) AS at FROM standing WHERE priority = 0 AND waits_for IS NULL AND next_at > ?
       UNION ALL SELECT min(next_at) FROM standing WHERE priority = 1 AND waits_for IS NULL AND next_at > ?
       UNION ALL SELECT min(next_at) FROM standing WHERE priority = 2 AND waits_for IS NULL AND next_at > ?
       UNION ALL SELECT min(CASE WHEN blocked_until > full_until THEN blocked_until ELSE full_until END)
         FROM bucket WHERE (blocked_until > ? OR full_until > ?)
           AND EXISTS (SELECT 1 FROM standing WHERE waits_for = bucket.key)
     ) AS moments`,
    ...Array.from({ length: 5 }, () => transaction.now),
  );
  return row?.at ?? undefined;
}

/** Takes a publication: a higher fence, and out of sight until the lease ends. */
export async function claimPublication(
  transaction: SqlTransaction,
  { forUpdate }: Pick<SqlDatabase, 'forUpdate'>,
  id: string,
  { leaseSeconds, seenAt }: { readonly leaseSeconds: number; readonly seenAt?: number },
): Promise<Claim | undefined> {
  // Whatever somebody else writes at this moment is not ours to take: nobody queues up for it.
  const unlessHeld = forUpdate && (`${forUpdate} SKIP LOCKED` as const);
  const [row, approved] = await Promise.all([
    lockForWork(transaction, unlessHeld, id),
    readWithFacts(transaction, id),
  ]);
  if (!row || row.next_at === null || row.paused > 0) return undefined;
  const { now } = transaction;
  const scheduledAt = row.waits_for === null ? row.next_at : await roomAt(transaction, row);
  const fromTheFuture = row.touched_at > now + clockTolerance;
  if (scheduledAt > now && !fromTheFuture) return undefined;
  // Whoever arms the first step freezes them all: before anybody had it there are none.
  const steps = row.fence === 0 ? [] : await readSteps(transaction, id);
  const fence = row.fence + 1;
  const lateFor = row.late_for + Math.max(0, (seenAt ?? now) - scheduledAt);
  transaction.later(
    `UPDATE standing SET fence = ?, late_for = ?, next_at = ?, touched_at = ?, waits_for = NULL WHERE id = ?`,
    fence,
    lateFor,
    now + Math.ceil(leaseSeconds * 1000),
    now,
    id,
  );
  if (!approved) throw lostPublication(id);
  const { value, read_at } = approved;
  return {
    entry: toEntry(row, approved),
    at: now,
    ...(value !== null && { facts: toFacts({ value, read_at }) }),
    fence,
    steps,
    lateSeconds: lateFor / 1000,
  };
}

/** Reads a claimed publication again, unless somebody holds a newer claim. */
export async function reloadClaim(
  transaction: SqlTransaction,
  claim: Claim,
): Promise<Claim | undefined> {
  const { id } = claim.entry.publication;
  const [row, approved, steps] = await Promise.all([
    lockStanding(transaction, '', id),
    readApproved(transaction, id),
    readSteps(transaction, id),
  ]);
  if (!row || row.fence !== claim.fence) return undefined;
  return { ...claim, entry: toEntry(row, approved), steps };
}

/** Reads what was approved of a publication, and what is known of its account. */
function readWithFacts(
  transaction: SqlTransaction,
  id: string,
): Promise<(Approved & (FactsRow | { readonly value: null; readonly read_at: null })) | undefined> {
  return first(
    transaction,
    `SELECT scope, body, hash, due_at, value, read_at FROM publication
     LEFT JOIN account_facts ON account_facts.account = publication.account WHERE id = ?`,
    id,
  );
}

/** Locks a publication, and tells whether anybody paused it: nobody does so beside a write. */
export function lockForWork(
  transaction: SqlTransaction,
  forUpdate: string,
  id: string,
): Promise<(Standing & { readonly paused: number }) | undefined> {
  return first(
    transaction,
    `SELECT standing.*, CASE WHEN ${paused} THEN 1 ELSE 0 END AS paused
     FROM standing WHERE id = ?${forUpdate}`,
    id,
  );
}

/** When the bucket that a publication waits for may have room. */
async function roomAt(transaction: SqlTransaction, row: Standing): Promise<number> {
  const bucket = await first<{ blocked_until: number; full_until: number; touched_at: number }>(
    transaction,
    `SELECT blocked_until, full_until, touched_at FROM bucket WHERE key = ?`,
    row.waits_for,
  );
  if (!bucket || bucket.touched_at > transaction.now) return transaction.now;
  return Math.max(bucket.blocked_until, bucket.full_until);
}
