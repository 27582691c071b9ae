import type { Outbox } from './outbox.ts';
import { armStep } from './sql-arming.ts';
import { inLockingOrder, reserveBudget, settleReservation } from './sql-budget.ts';
import { applyChanges, StalePlan } from './sql-changes.ts';
import type { SqlDatabase, SqlTransaction } from './sql-database.ts';
import { storeEdit } from './sql-edits.ts';
import { readSpent } from './sql-expenses.ts';
import { countEntries, findEntries, listEntries, readSteps } from './sql-entries.ts';
import { storeFact } from './sql-facts.ts';
import {
  liftPause,
  readFacts,
  readPauses,
  readPosts,
  storePause,
  takeLease,
  writeFacts,
} from './sql-keepsakes.ts';
import { storeJudgement } from './sql-judgements.ts';
import { storeLesson } from './sql-lessons.ts';
import { readLog } from './sql-log.ts';
import { claimPublication, readDue, reloadClaim } from './sql-queue.ts';

/**
 * The outbox over an SQL database: the tables and the protocol that SQLite and PostgreSQL share.
 * Each operation is one transaction.
 */
export function sqlOutbox(database: SqlDatabase): Outbox {
  const read = <Result>(work: (transaction: SqlTransaction) => Promise<Result>, alike?: 'facts') =>
    database.read(work, alike && { alike, asksFirst: true });
  const write = <Result>(
    work: (transaction: SqlTransaction) => Promise<Result>,
    alike?: 'learn' | 'judge' | 'reserve' | 'settle' | 'keep-facts',
  ) => database.write(work, alike && { alike, asksFirst: alike === 'learn' || alike === 'judge' });
  // Plans that overlap must not interleave, and nothing may be armed beside a pause. Nor may a lease be
  // taken by a clock that was read before another took it: that one would seem to come from the future.
  const writeAlone = <Result>(work: (transaction: SqlTransaction) => Promise<Result>) =>
    database.write(work, { alone: true });
  return {
    now: () => database.now(),
    async apply(changes, approval) {
      try {
        await writeAlone((transaction) => applyChanges(transaction, database, changes, approval));
        return {};
      } catch (error) {
        if (error instanceof StalePlan) return { stale: error.id };
        throw error;
      }
    },
    edit: (id, edit, by) => write((transaction) => storeEdit(transaction, database, id, edit, by)),
    find: (ids) => read((transaction) => findEntries(transaction, database, ids)),
    list: (filter) => read((transaction) => listEntries(transaction, filter)),
    count: (filter) => read((transaction) => countEntries(transaction, filter)),
    due: (options) => read((transaction) => readDue(transaction, database, options)),
    claim: (id, options) =>
      // A claim is politeness: when the power goes, whoever holds one goes too.
      database.write((transaction) => claimPublication(transaction, database, id, options), {
        lasting: false,
        alike: 'claim',
        asksFirst: true,
      }),
    arm: (claim, request) => armStep(database, claim, request),
    learn: (id, attempt, fact, known) =>
      write((transaction) => storeFact(transaction, database, id, attempt, fact, known), 'learn'),
    judge: (claim, judgement) =>
      write((transaction) => storeJudgement(transaction, database, claim, judgement), 'judge'),
    reload: (claim) => read((transaction) => reloadClaim(transaction, claim)),
    reserve: (reservation, charges, timeoutSeconds) =>
      write(async (transaction) => {
        const countsAt = transaction.now + timeoutSeconds * 1000;
        const reserving = await reserveBudget(transaction, database, charges, {
          reservation,
          countsAt,
        });
        return reserving.status === 'wait' ? reserving : undefined;
      }, 'reserve'),
    settle: (reservation) =>
      write(async (transaction) => settleReservation(transaction, reservation), 'settle'),
    spent: (query) => read((transaction) => readSpent(transaction, query)),
    teach: (lessons) =>
      write(async (transaction) => {
        for (const lesson of inLockingOrder(lessons)) {
          await storeLesson(transaction, database, lesson);
        }
      }),
    facts: (account) => read((transaction) => readFacts(transaction, account), 'facts'),
    keepFacts: (account, value) =>
      write((transaction) => writeFacts(transaction, account, value), 'keep-facts'),
    lease: (name, holder, seconds) =>
      writeAlone((transaction) => takeLease(transaction, name, holder, seconds)),
    release: (name, holder) =>
      write(async (transaction) => {
        await transaction.run(`DELETE FROM lease WHERE name = ? AND holder = ?`, name, holder);
      }),
    pause: (pause) => writeAlone((transaction) => storePause(transaction, database, pause)),
    resume: (scope, by) => writeAlone((transaction) => liftPause(transaction, database, scope, by)),
    pauses: () => read(readPauses),
    posts: (filter) => read((transaction) => readPosts(transaction, database, filter)),
    steps: (id) => read((transaction) => readSteps(transaction, id)),
    log: (filter) => read((transaction) => readLog(transaction, filter)),
    close: () => database.close(),
  };
}
