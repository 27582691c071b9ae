import type { PostgresLine } from './postgres-line.ts';
import {
  forUpdate,
  learnWordings,
  lockedTable,
  place,
  type Round,
  send,
  type Statement,
  type Wordings,
} from './postgres-rounds.ts';
import type { SqlTransaction, SqlValue } from './sql-database.ts';

/** Something to do within a transaction. */
export type Work = (transaction: SqlTransaction) => Promise<unknown>;

/** What a work ended in that shared a transaction. */
export type Ending = PromiseSettledResult<unknown>;

/** One of the works, and what it has to say, in order. */
interface Voice {
  unsaid: Statement[];
  readonly rows: Set<string>;
  /** What is called when it has ended and its last words are on the line. */
  leave?: () => void;
}

/**
 * Runs works side by side in one transaction. Those that say the same at the same time say it in one
 * statement. Among themselves they keep what separate transactions would: whoever locked a row keeps
 * it to the end, each says everything in its own order, and the next one sees what it left.
 */
export async function workInCompany(
  line: PostgresLine,
  now: () => number,
  works: readonly Work[],
  wordings: Wordings,
): Promise<Ending[]> {
  const holders = new Map<string, Voice>();
  const voices: Voice[] = [];
  let isDoomed = false;
  let isCalled = false;
  let isLearning = false;

  function call(): void {
    if (isCalled || isLearning) return;
    isCalled = true;
    // Once everybody has said what they have to say for now.
    queueMicrotask(() => process.nextTick(() => void speak()));
  }

  async function speak(): Promise<void> {
    isCalled = false;
    const rounds: Round[] = [];
    for (const voice of voices) join(rounds, voice);
    const unheard = rounds.filter(
      ({ sql, statements }) => statements.length > 1 && !wordings.has(sql),
    );
    if (unheard.length > 0) {
      isLearning = true;
      await learnWordings(line, unheard, wordings);
      isLearning = false;
      // What was said meanwhile follows.
      call();
    }
    for (const round of rounds) send(line, round, wordings);
    for (const voice of voices.filter(({ leave, unsaid }) => leave && unsaid.length === 0)) {
      voices.splice(voices.indexOf(voice), 1);
      for (const row of voice.rows) holders.delete(row);
      voice.leave?.();
      if (voices.some(({ unsaid }) => unsaid.length > 0)) call();
    }
  }

  /** Takes what a voice may say now. */
  function join(rounds: Round[], voice: Voice): void {
    let from = 0;
    while (voice.unsaid.length > 0) {
      const [statement] = voice.unsaid as [Statement];
      const mayLock = lock(voice, statement);
      if (mayLock === 'wait') {
        // Whoever it waits for leaves nothing that it could go by.
        if (isDoomed) for (const { answer } of voice.unsaid.splice(0)) answer?.reject(new Doomed());
        return;
      }
      voice.unsaid.shift();
      if (mayLock === 'skip') statement.answer?.resolve([] as never);
      else from = place(rounds, statement, from) + 1;
    }
  }

  function lock(voice: Voice, { sql, values }: Statement): 'go' | 'wait' | 'skip' {
    const table = lockedTable(sql);
    if (table === undefined) return 'go';
    const row = `${table} ${values.at(-1)}`;
    const holder = holders.get(row) ?? voice;
    if (holder !== voice) return sql.endsWith(forUpdate) ? 'wait' : 'skip';
    holders.set(row, voice);
    voice.rows.add(row);
    return 'go';
  }

  async function begin(work: Work): Promise<unknown> {
    const voice: Voice = { unsaid: [], rows: new Set() };
    voices.push(voice);
    try {
      return await work(transactionOf(voice, now, call));
    } catch (error) {
      isDoomed = true;
      throw error;
    } finally {
      // Only then may others have its rows, and only then may the transaction end.
      await new Promise<void>((resolve) => {
        voice.leave = resolve;
        call();
      });
    }
  }

  return Promise.allSettled(works.map(begin));
}

/** Another work failed, and the transaction with it. */
export class Doomed extends Error {
  override readonly name = 'Doomed';
}

function transactionOf(voice: Voice, now: () => number, call: () => void): SqlTransaction {
  function say<Result>(
    wants: NonNullable<Statement['answer']>['wants'],
    sql: string,
    values: readonly SqlValue[],
  ): Promise<Result> {
    return new Promise((resolve, reject) => {
      voice.unsaid.push({ sql, values, answer: { wants, resolve, reject } });
      call();
    });
  }
  return {
    get now() {
      return now();
    },
    all: (sql, ...values) => say('rows', sql, values),
    run: (sql, ...values) => say('count', sql, values),
    later(sql, ...values) {
      voice.unsaid.push({ sql, values });
      call();
    },
  };
}
