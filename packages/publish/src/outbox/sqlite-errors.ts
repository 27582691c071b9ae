import { AfficheError, StorageError } from '@affiche/core';

// The primary result codes of SQLite: https://www.sqlite.org/rescode.html
const meanings: Readonly<Record<number, readonly [code: string, what: string, hint: string]>> = {
  5: [
    'outbox-busy',
    'another process kept the outbox locked',
    'Look for a process that hangs, or raise busySeconds.',
  ],
  8: ['outbox-read-only', 'the outbox cannot be written', 'Check the permissions of the file.'],
  10: ['outbox-unreadable', 'the disk failed', 'Check the disk; the last commit is kept.'],
  11: ['outbox-corrupt', 'the file is damaged', 'Restore it from a backup, then run recover().'],
  13: ['disk-full', 'the disk is full', 'Make room and start again: nothing is half-done.'],
  14: [
    'outbox-unreachable',
    'the file cannot be opened',
    'Check that its folder exists and can be written.',
  ],
  26: ['not-an-outbox', 'the file is not a database', 'Choose another path for the outbox.'],
};

/** Whether another process holds the lock. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

/** Puts what SQLite says into words; our own errors pass through. */
export function storageError(path: string, error: unknown): unknown {
  if (AfficheError.isInstance(error)) return error;
  if (!(error instanceof Error) || !('errcode' in error)) return error;
  const [code, what, hint] = meanings[Number(error.errcode) & 0xff] ?? [
    'outbox-failed',
    error.message,
    'See the cause.',
  ];
  return new StorageError(code, {
    message: `The outbox ${path} failed: ${what}`,
    hint,
    details: { path },
    cause: error,
  });
}
