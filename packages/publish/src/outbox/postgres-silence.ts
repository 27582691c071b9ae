import { Socket } from 'node:net';
import { StorageError } from '@affiche/core';
import type { Client } from 'pg';
import { isInTheWay } from './postgres-errors.ts';

/** After so long a silence a server is given up, unless said otherwise, in seconds. */
export const longSilence = 60;

/** Whoever waits for a lock is told so this often before its silence would be taken for a server's. */
const toldPerSilence = 2;

/** So often in all, whoever waits for its turn asks again: plans of a hundred thousand take minutes. */
const mostTurns = 20;

/**
 * What a server is asked to do about silence: to tell whoever waits for a lock that it waits, and to
 * let go of what somebody holds who went away in the middle of a transaction.
 */
export function againstSilence(answerSeconds: number): string {
  const milliseconds = Math.ceil(answerSeconds * 1000);
  return `-c lock_timeout=${Math.ceil(milliseconds / toldPerSilence)} -c idle_in_transaction_session_timeout=${milliseconds}`;
}

/**
 * Gives a connection up over which nothing came for so long. TCP alone waits for a quarter of an hour,
 * and for ever for a server that stands still. An idle connection is given up, too: it is replaced.
 */
export function endSilence({ connection: { stream } }: Client, answerSeconds: number): void {
  if (!(stream instanceof Socket)) return;
  stream.setTimeout(answerSeconds * 1000, () => {
    const { bytesRead, bytesWritten } = stream;
    // A process that was held up itself has not heard yet what came meanwhile.
    setImmediate(() => {
      if (stream.bytesRead !== bytesRead || stream.bytesWritten !== bytesWritten) return;
      stream.destroy(
        new StorageError('outbox-unreachable', {
          message: `The outbox on PostgreSQL failed: the server said nothing for ${answerSeconds} seconds`,
          hint: 'Check the server, and the network up to it. Whether it kept the last change is found out by recover(), and run() may be started again.',
          details: { answerSeconds },
        }),
      );
    });
  });
}

/** Lets a connection be silent as long as something takes. */
export async function inSilence<Result>(
  { connection: { stream } }: Client,
  work: () => Promise<Result>,
): Promise<Result> {
  if (!(stream instanceof Socket)) return work();
  const { timeout = 0 } = stream;
  stream.setTimeout(0);
  try {
    return await work();
  } finally {
    stream.setTimeout(timeout);
  }
}

/**
 * Waits for its turn behind somebody who holds a lock for long: to be told so shows that the server is
 * alive.
 */
export async function inTurn<Result>(
  ask: () => Promise<Result>,
  again: () => Promise<void> = async () => undefined,
): Promise<Result> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!isInTheWay(error) || turn === mostTurns) throw error;
    }
    await again();
  }
}
