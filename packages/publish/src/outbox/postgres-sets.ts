import { Doomed, type Ending, type Work, workInCompany } from './postgres-company.ts';
import { isInTheWay, postgresError } from './postgres-errors.ts';
import type { PostgresLine } from './postgres-line.ts';
import type { Wordings } from './postgres-rounds.ts';
import type { SqlTransaction } from './sql-database.ts';

/** What a transaction ended in. `unknown`: the connection broke, perhaps after the end. */
export type Outcome<Result> =
  | { readonly status: 'ended'; readonly result: Result }
  | { readonly status: 'undone' | 'unknown'; readonly error: unknown };

/** Ways to run a transaction. */
export interface Transactions {
  /** One that several share. */
  readonly shared: <Result>(
    work: (line: PostgresLine, now: () => number) => Promise<Result>,
  ) => Promise<Outcome<Result>>;
  /** One of its own. */
  readonly alone: (work: Work) => Promise<unknown>;
}

/** Runs a work in a transaction that it may share with its like; it may be run more than once. */
export type InSets = <Result>(
  work: (transaction: SqlTransaction) => Promise<Result>,
) => Promise<Result>;

interface Waiting {
  readonly work: Work;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** So many works share a transaction: nobody's answer waits long for those of others. */
const mostTogether = 64;

/**
 * Works that come while others are under way share the next transaction. It begins as soon as a turn of
 * the event loop brings nobody more: nobody waits for company that is not at the door. Whoever fails in
 * company is run again alone, and the others without it: a failure is believed only of one that saw
 * nothing of what others wrote.
 */
export function gatherSets({ shared, alone }: Transactions, wordings: Wordings): InSets {
  const waiting: Waiting[] = [];
  let isBusy = false;

  async function drain(): Promise<void> {
    isBusy = true;
    while (waiting.length > 0) {
      let heard: number;
      do {
        heard = waiting.length;
        await new Promise(setImmediate);
      } while (waiting.length > heard && heard < mostTogether);
      await runSet(waiting.splice(0, mostTogether));
    }
    isBusy = false;
  }

  /** All of a set came before its transaction began: none reads what is older than its question. */
  async function runSet(set: readonly Waiting[]): Promise<void> {
    let endings: readonly Ending[] = [];
    let wasRefused = true;
    const outcome = await shared(async (line, now) => {
      const works = set.map(({ work }) => work);
      endings = await workInCompany(line, now, works, wordings);
      wasRefused = line.hasFailed();
      if (endings.some(isFailure)) throw new Unfinished();
      wasRefused = true;
    });
    if (outcome.status === 'ended') return resolveAll(set, endings);
    const error =
      outcome.error instanceof Unfinished ? endings.find(isItself)?.reason : outcome.error;
    const isFinal = outcome.status === 'unknown' || (set.length === 1 && !isInTheWay(error));
    if (isFinal) {
      for (const { reject } of set) reject(postgresError(error));
      return;
    }
    const again = wasRefused
      ? []
      : set.filter((_, index) => endings[index]?.status === 'fulfilled');
    if (again.length > 0) await runSet(again);
    for (const each of set) if (!again.includes(each)) void runAlone(each);
  }

  async function runAlone({ work, resolve, reject }: Waiting): Promise<void> {
    await alone(work).then((result) => resolve(result as never), reject);
  }

  return (work) =>
    new Promise((resolve, reject) => {
      waiting.push({ work, resolve, reject });
      if (!isBusy) void drain();
    });
}

/** Not all of a set came to an end: nothing of it may stand. */
class Unfinished extends Error {
  override readonly name = 'Unfinished';
}

const isFailure = (ending: Ending) => ending.status === 'rejected';

/** Whether a work failed by itself, and not because another one did. */
const isItself = (ending: Ending): ending is PromiseRejectedResult =>
  isFailure(ending) && !(ending.reason instanceof Doomed);

function resolveAll(set: readonly Waiting[], endings: readonly Ending[]): void {
  for (const [index, { resolve }] of set.entries()) {
    const ending = endings[index];
    if (ending?.status === 'fulfilled') resolve(ending.value as never);
  }
}
