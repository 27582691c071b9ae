import type { DatabaseSync } from 'node:sqlite';
import { systemClock } from '@affiche/core';
import { isBusy } from './sqlite-errors.ts';

/** What to do within a transaction that others may share. */
interface SqliteWork<Result> {
  readonly run: () => Promise<Result>;
  /** Whether it must survive a loss of power, and not only the death of this process. */
  readonly lasting: boolean;
  /** Whether it may wait a moment for company: on simulated time nothing else would come. */
  readonly patient: boolean;
}

/** One connection, on which one transaction runs at a time. */
export interface SqliteTurns {
  read<Result>(run: () => Promise<Result>): Promise<Result>;
  /** Writes that are ready at once share one transaction, and its one sync of the disk. */
  write<Result>(work: SqliteWork<Result>): Promise<Result>;
  /** Resolves when everything asked so far has ended. */
  idle(): Promise<void>;
}

interface Waiting extends SqliteWork<unknown> {
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

/** So many writes share a transaction: nobody's answer waits long for those of others. */
const mostTogether = 64;

/** One transaction after the other, each its own: in memory there is no sync to share. */
export function oneByOne(connection: DatabaseSync): SqliteTurns {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn =
    (begin: string) =>
    <Result>(run: () => Promise<Result>): Promise<Result> => {
      const turn = last.then(async () => {
        try {
          connection.exec(begin);
          const result = await run();
          connection.exec('COMMIT');
          return result;
        } catch (error) {
          if (connection.isTransaction) connection.exec('ROLLBACK');
          throw error;
        }
      });
      last = turn.catch(() => undefined);
      return turn;
    };
  const write = inTurn('BEGIN IMMEDIATE');
  return {
    read: inTurn('BEGIN'),
    write: ({ run }) => write(run),
    async idle() {
      await last;
    },
  };
}

/** Takes turns on a file, which other processes may use as well. */
export function takeTurns(connection: DatabaseSync, busySeconds: number): SqliteTurns {
  const reads: Waiting[] = [];
  const writes: Waiting[] = [];
  const taken: Waiting[] = [];
  let draining: Promise<void> | undefined;

  function join<Result>(line: Waiting[], work: SqliteWork<Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      line.push({ ...work, resolve, reject });
      draining ??= drain();
    });
  }

  async function drain(): Promise<void> {
    await Promise.resolve();
    while (reads.length + writes.length > 0) {
      for (const read of reads.splice(0)) await look(read);
      if (writes.length > 0) await writeTogether();
    }
    draining = undefined;
  }

  async function look({ run, resolve, reject }: Waiting): Promise<void> {
    try {
      connection.exec('BEGIN');
      const result = await run();
      connection.exec('COMMIT');
      resolve(result as never);
    } catch (error) {
      rollBack();
      reject(error);
    }
  }

  async function writeTogether(): Promise<void> {
    // Answers that have arrived are stored together: each is heard in a turn of the event loop.
    if (writes.every(({ patient }) => patient)) await new Promise(setImmediate);
    const lasting = writes.some((each) => each.lasting);
    const settle: (() => void)[] = [];
    try {
      connection.exec(`PRAGMA synchronous = ${lasting ? 'FULL' : 'NORMAL'}`);
      await beginWhenFree(connection, busySeconds);
      for (let count = 0; count < mostTogether && mayJoin(writes[0], lasting); count += 1) {
        settle.push(await runApart(writes.shift() as Waiting));
      }
      connection.exec('COMMIT');
      for (const each of settle) each();
    } catch (error) {
      rollBack();
      // None of what shared the transaction has happened; nor could it begin for whoever is next.
      const failed = taken.length > 0 ? taken : writes.splice(0, 1);
      for (const { reject } of failed) reject(error);
    } finally {
      taken.length = 0;
    }
  }

  /** Whoever fails takes back what it wrote, and nobody else's. */
  async function runApart(work: Waiting): Promise<() => void> {
    taken.push(work);
    connection.exec('SAVEPOINT work');
    try {
      const result = await work.run();
      connection.exec('RELEASE work');
      return () => work.resolve(result as never);
    } catch (error) {
      // A full disk ends the whole transaction.
      if (!connection.isTransaction) throw error;
      connection.exec('ROLLBACK TO work; RELEASE work');
      return () => work.reject(error);
    }
  }

  function rollBack(): void {
    if (connection.isTransaction) connection.exec('ROLLBACK');
  }

  return {
    read: (run) => join(reads, { run, lasting: false, patient: false }),
    write: (work) => join(writes, work),
    async idle() {
      await draining;
    },
  };
}

function mayJoin(work: Waiting | undefined, lasting: boolean): boolean {
  return work !== undefined && (lasting || !work.lasting);
}

/**
 * Begins a transaction once no other process writes. SQLite's own way of waiting stops this whole
 * process, for up to a tenth of a second a time; ours lets it go on and looks every few milliseconds.
 */
async function beginWhenFree(connection: DatabaseSync, busySeconds: number): Promise<void> {
  const clock = systemClock();
  const giveUpAt = clock.monotonic() + busySeconds;
  connection.exec('PRAGMA busy_timeout = 0');
  try {
    for (let waited = 1; ; waited += 1) {
      try {
        return connection.exec('BEGIN IMMEDIATE');
      } catch (error) {
        if (!isBusy(error) || clock.monotonic() >= giveUpAt) throw error;
      }
      await clock.sleep(Math.min(waited, 5) / 1000);
    }
  } finally {
    connection.exec(`PRAGMA busy_timeout = ${Math.ceil(busySeconds * 1000)}`);
  }
}
