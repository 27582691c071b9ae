import type { Step } from '@affiche/core';
import type { Charge } from './charge.ts';
import type { Arming, ArmRequest, Claim } from './outbox.ts';
import { attemptAfter, latestAttempt, reservationOf, storeAttempt } from './sql-attempts.ts';
import { awaitRoom, findRoom, readHint, reserveBudget, type Waiting } from './sql-budget.ts';
import { type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { lockStanding, type Standing, toAttempt } from './sql-entries.ts';
import { bookExpense } from './sql-expenses.ts';
import { appendLog, lockChain } from './sql-log.ts';
import { findAhead } from './sql-precedence.ts';
import { lockForWork } from './sql-queue.ts';
import { freezeSteps, setStep } from './sql-steps.ts';
import { findTwin } from './sql-twins.ts';

/** A lease lasts this much longer than the request it covers, in milliseconds. */
const leaseMargin = 2000;

/** Whoever lets a more urgent one pass tries again after this, in milliseconds. */
const stepBack = 1000;

/** Makes an attempt durable, and its budgets with it, unless anything changed since the claim. */
export async function armStep(
  database: SqlDatabase,
  claim: Claim,
  request: ArmRequest,
): Promise<Arming> {
  try {
    return await database.write((transaction) => armNow(transaction, database, claim, request), {
      alike: 'arm',
    });
  } catch (error) {
    if (!(error instanceof NotNow)) throw error;
    return database.write((transaction) => wait(transaction, database, claim, request, error));
  }
}

/** All was written, and then there was no room, or somebody more urgent: nothing of it may stand. */
class NotNow extends Error {
  override readonly name = 'NotNow';
  readonly behind: string | undefined;

  constructor(behind?: string) {
    super('not now');
    this.behind = behind;
  }
}

async function armNow(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  claim: Claim,
  request: ArmRequest,
): Promise<Arming> {
  const { now } = transaction;
  const { forUpdate } = database;
  const { id } = claim.entry.publication;
  const { account } = claim.entry;
  const again = request.again === true;
  const gates = request.charges.filter((charge) => !isCounted(charge));
  const counted = request.charges.filter(isCounted);
  // Where nothing is counted nobody is kept waiting, and who goes first is asked with all the rest.
  const isUncounted = counted.length === 0;
  const [row, latest, head, gate, full, twin, early] = await Promise.all([
    lockForWork(transaction, forUpdate, id),
    latestAttempt(transaction, id, request.step),
    // Every post of an account extends its chain: from here on no twin can be armed beside us.
    lockChain(transaction, forUpdate, account),
    findRoom(transaction, database, gates),
    // Many were let in together, and somebody may have been faster.
    claim.entry.waitsFor === undefined ? undefined : readHint(transaction, counted),
    again ? undefined : findTwin(transaction, id, request),
    isUncounted && !again ? findAhead(transaction, claim.entry, request.charges) : undefined,
  ]);
  if (!row || !isCurrent(row, claim) || row.paused > 0) return { status: 'lost' };
  const open = latest?.outcome === null ? toAttempt(latest) : undefined;
  // One open attempt at a time: only a repeat with the same key may join it.
  if ((open !== undefined) !== again) return { status: 'lost' };
  const wait = gate.wait ?? full;
  if (wait) return waitFor(transaction, row, wait);
  if (twin !== undefined) return { status: 'twin', publication: twin };
  if (early !== undefined) return makeWay(transaction, row, early);
  const attempt = open
    ? { ...open, sends: open.sends + 1 }
    : attemptAfter(latest?.number ?? 0, now, request);
  const over = await bookExpense(transaction, database, row, attempt, request);
  if (over) return over;
  if (request.freeze) freezeSteps(transaction, id, request.freeze, { armed: request.step });
  // Whoever arms once more by the same claim finds its steps frozen already: those stay as they are.
  if (!request.freeze || latest) setStep(transaction, id, request.step, 'armed');
  storeAttempt(transaction, id, attempt, request);
  const isVisible = visibilityOf(claim, request) !== 'none';
  transaction.later(
    `UPDATE standing SET state = ?, next_at = ?, touched_at = ?, note = NULL WHERE id = ?`,
    row.state === 'planned' && isVisible ? 'publishing' : row.state,
    now + Math.ceil(request.timeoutSeconds * 1000) + leaseMargin,
    now,
    id,
  );
  const line = {
    chain: account,
    publication: id,
    event: 'armed' as const,
    data: {
      step: request.step,
      attempt: attempt.number,
      send: attempt.sends,
      fence: claim.fence,
      revision: row.revision,
      ...(request.price && { price: request.price }),
    },
  };
  await appendLog(transaction, database, [line], new Map([[account, head]]));
  // Last, because whoever holds a budget keeps all others waiting who share it.
  const [reserving, ahead] = await Promise.all([
    reserveBudget(transaction, database, counted, {
      reservation: reservationOf(id, attempt),
      countsAt: now + request.timeoutSeconds * 1000,
    }),
    again || isUncounted ? undefined : findAhead(transaction, claim.entry, request.charges),
  ]);
  if (reserving.status === 'wait') throw new NotNow();
  if (ahead !== undefined) throw new NotNow(ahead);
  return { status: 'armed', attempt };
}

const isCounted = ({ windows }: Charge) => windows.length > 0;

function visibilityOf({ steps }: Claim, { freeze, step }: ArmRequest): Step['visibility'] {
  const known = freeze ?? steps.map((each) => each.step);
  return known.find(({ id }) => id === step)?.visibility ?? 'none';
}

/** Gives a claim back until there is room, or until a more urgent one has passed. */
async function wait(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  claim: Claim,
  request: ArmRequest,
  { behind }: NotNow,
): Promise<Arming> {
  const { id } = claim.entry.publication;
  const row = await lockStanding(transaction, database.forUpdate, id);
  if (!row || !isCurrent(row, claim)) return { status: 'lost' };
  if (behind !== undefined) return makeWay(transaction, row, behind);
  const room = await awaitRoom(transaction, database, request.charges);
  return waitFor(transaction, row, room);
}

async function waitFor(
  transaction: SqlTransaction,
  { id }: Standing,
  { untilAt, bucket }: Pick<Waiting, 'untilAt' | 'bucket'>,
): Promise<Arming> {
  transaction.later(
    `UPDATE standing SET next_at = ?, touched_at = ?, waits_for = ? WHERE id = ?`,
    untilAt,
    transaction.now,
    bucket,
    id,
  );
  return { status: 'wait', untilAt, bucket };
}

/** Steps back for a moment: a more urgent one takes what room there is. */
async function makeWay(
  transaction: SqlTransaction,
  { id, account }: Standing,
  behind: string,
): Promise<Arming> {
  const untilAt = transaction.now + stepBack;
  transaction.later(
    `UPDATE standing SET next_at = ?, touched_at = ?, waits_for = NULL WHERE id = ?`,
    untilAt,
    transaction.now,
    id,
  );
  return { status: 'wait', untilAt, bucket: account, behind };
}

function isCurrent(row: Standing, claim: Claim): boolean {
  return (
    row.fence === claim.fence && row.revision === claim.entry.revision && row.stop_requested === 0
  );
}
