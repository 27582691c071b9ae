import type { Json } from '@affiche/core';
import type { Attempt, PublicationState } from './entry.ts';
import type { Fact, FactOutcome } from './outbox.ts';
import { reservationOf } from './sql-attempts.ts';
import { settleReservation } from './sql-budget.ts';
import { first, type SqlDatabase, type SqlTransaction } from './sql-database.ts';
import { lockStanding, type Standing } from './sql-entries.ts';
import { appendLog, lockChain, type LogLine } from './sql-log.ts';

interface StepState {
  readonly id: string;
  readonly state: string;
  readonly item: number | null;
  /** The attempt asked about, and what became of it; absent where this step had none of that number. */
  readonly attempt: number | null;
  readonly outcome: string | null;
}

/** Stores what became known of an attempt, whoever learnt it and however late. */
export async function storeFact(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  id: string,
  attempt: Attempt,
  fact: Fact,
  known?: { readonly account: string },
): Promise<FactOutcome> {
  const look = (account: string) =>
    Promise.all([
      lockChain(transaction, database.forUpdate, account),
      fact.kind === 'done' ? ownerOf(transaction, account, fact.output.id) : undefined,
    ]);
  const [row, steps, looked] = await Promise.all([
    lockStanding(transaction, database.forUpdate, id),
    transaction.all<StepState>(
      `SELECT step.id, state, item, number AS attempt, outcome FROM step
       LEFT JOIN attempt ON attempt.publication = step.publication AND step = step.id AND number = ?
       WHERE step.publication = ?`,
      attempt.number,
      id,
    ),
    known && look(known.account),
  ]);
  const step = steps.find((each) => each.id === attempt.step);
  if (!row || !step || step.attempt === null || step.outcome === 'done') return 'known';
  settleReservation(transaction, reservationOf(id, attempt));
  if (fact.kind === 'pending') {
    return storePending(transaction, database, row, attempt, step.outcome, fact);
  }
  const again = step.state === 'done';
  const isPost = step.item !== null && fact.output.id !== undefined;
  const isKnown = known?.account === row.account && looked !== undefined;
  const [head, owner] = isKnown ? looked : await look(row.account);
  if (isPost && owner && (owner.publication !== id || owner.step !== attempt.step))
    return 'foreign';
  if (isPost && !owner) {
    transaction.later(
      `INSERT INTO post (account, id, publication, step, item, url, published_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      row.account,
      fact.output.id ?? null,
      id,
      attempt.step,
      step.item,
      fact.output.url ?? null,
      transaction.now,
    );
  }
  closeAttempt(transaction, id, attempt, 'done');
  if (!again) {
    transaction.later(
      `UPDATE step SET state = 'done', output = ? WHERE publication = ? AND id = ?`,
      JSON.stringify(fact.output),
      id,
      attempt.step,
    );
    const now = steps.map((each) => (each === step ? { ...each, state: 'done' } : each));
    advance(transaction, row, now);
  }
  const lines: LogLine[] = [
    {
      chain: row.account,
      publication: id,
      event: again ? 'done-again' : 'done',
      data: {
        step: attempt.step,
        attempt: attempt.number,
        ...(fact.output.id === undefined ? {} : { id: fact.output.id }),
        ...(fact.output.url === undefined ? {} : { url: fact.output.url }),
        evidence: fact.evidence,
      },
    },
  ];
  await appendLog(transaction, database, lines, new Map([[row.account, head]]));
  return again ? 'known' : 'recorded';
}

/** Whose a post is already, if anybody's. */
function ownerOf(transaction: SqlTransaction, account: string, post: string | undefined) {
  return first<{ publication: string; step: string }>(
    transaction,
    `SELECT publication, step FROM post WHERE account = ? AND id = ?`,
    account,
    post ?? null,
  );
}

async function storePending(
  transaction: SqlTransaction,
  database: Pick<SqlDatabase, 'forUpdate'>,
  row: Standing,
  attempt: Attempt,
  outcome: string | null,
  { checkpoint, notBeforeAt }: { readonly checkpoint: Json; readonly notBeforeAt: number },
): Promise<FactOutcome> {
  if (outcome !== null) return 'known';
  closeAttempt(transaction, row.id, attempt, 'pending');
  transaction.later(
    `UPDATE step SET state = 'pending', checkpoint = ? WHERE publication = ? AND id = ?`,
    JSON.stringify(checkpoint),
    row.id,
    attempt.step,
  );
  await appendLog(transaction, database, [
    {
      chain: row.account,
      publication: row.id,
      event: 'pending',
      data: { step: attempt.step, attempt: attempt.number, notBeforeAt },
    },
  ]);
  return 'recorded';
}

function closeAttempt(
  transaction: SqlTransaction,
  id: string,
  { step, number }: Attempt,
  outcome: string,
): void {
  transaction.later(
    `UPDATE attempt SET outcome = ? WHERE publication = ? AND step = ? AND number = ?`,
    outcome,
    id,
    step,
    number,
  );
}

/**
 * `published` the moment that every post has its id; what comes later shows nothing. What has ended is
 * not begun again by a fact that comes late: it only tells better how it ended.
 */
function advance(transaction: SqlTransaction, row: Standing, steps: readonly StepState[]): void {
  const posts = steps.filter(({ item }) => item !== null);
  const isOut = (posts.length > 0 ? posts : steps).every(({ state }) => state === 'done');
  const isPartlyOut = posts.some(({ state }) => state === 'done');
  const isFinished = steps.every(({ state }) => state === 'done');
  const hasEnded = ended.has(row.state);
  const state = hasEnded
    ? endingOf(row.state, { isOut, isPartlyOut })
    : isOut
      ? 'published'
      : row.state === 'planned'
        ? 'planned'
        : 'publishing';
  const goesOn = state === 'rolling-back' || (!hasEnded && !isFinished);
  transaction.later(
    `UPDATE standing SET state = ?, next_at = ?, waits_for = ?, note = ? WHERE id = ?`,
    state,
    goesOn ? (row.next_at ?? transaction.now) : null,
    goesOn ? row.waits_for : null,
    hasEnded && state === row.state ? row.note : null,
    row.id,
  );
}

const ended: ReadonlySet<PublicationState> = new Set([
  'cancelled',
  'failed',
  'missed',
  'partial',
  'rolling-back',
  'rolled-back',
]);

/** How something ended, now that more of it is known to be out. */
function endingOf(
  state: PublicationState,
  { isOut, isPartlyOut }: { readonly isOut: boolean; readonly isPartlyOut: boolean },
): PublicationState {
  // What is taken back is taken back whole, whenever it turns up.
  if (state === 'rolling-back' || state === 'rolled-back') {
    return isPartlyOut ? 'rolling-back' : state;
  }
  if (state === 'partial') return state;
  return isOut ? 'published' : isPartlyOut ? 'partial' : state;
}
