import { AfficheError, StorageError } from '@affiche/core';

// Classes of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
const meanings: readonly (readonly [state: RegExp, code: string, what: string, hint: string])[] = [
  [/^28/, 'outbox-denied', 'the server does not let us in', 'Check the user and the password.'],
  [
    /^3D/,
    'outbox-unreachable',
    'the database does not exist',
    'Create it, or correct the address.',
  ],
  [/^42501/, 'outbox-denied', 'the user may not do that', 'Let the user create and write tables.'],
  [/^25006/, 'outbox-read-only', 'the server may only be read', 'Give the address of the primary.'],
  [/^53[14]00/, 'disk-full', 'the disk of the server is full', 'Make room: nothing is half-done.'],
  [
    /^53300/,
    'outbox-busy',
    'the server has no room for another connection',
    'Open fewer `connections`, or let it have more; then try again: nothing was changed.',
  ],
  [/^53/, 'outbox-busy', 'the server is out of memory', 'Try again later: nothing was changed.'],
  [
    /^(?:40|55P03|57014)/,
    'outbox-busy',
    'two writers were in each other’s way',
    'Try again: nothing was changed.',
  ],
  [
    /^(?:XX00[12]|58P01)/,
    'outbox-corrupt',
    'the database is damaged',
    'Restore it from a backup, then run recover().',
  ],
  [
    /^58/,
    'outbox-unreadable',
    'the disk of the server failed',
    'Check the disk; the last commit is kept.',
  ],
  [
    /^(?:08|57P|E[A-Z]+$)/,
    'outbox-unreachable',
    'the server cannot be reached',
    'Check that it runs; the last commit is kept, and run() may be started again.',
  ],
];

/** Whether two transactions were in each other's way: a deadlock, or one waited too long for the other. */
export function isInTheWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(?:40|55P03)/.test(String(error.code));
}

/** Puts what PostgreSQL says into words, without the address; our own errors pass through. */
export function postgresError(error: unknown): unknown {
  if (AfficheError.isInstance(error) || !(error instanceof Error)) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  // A connection that ends under a statement has no state of its own: it counts as lost.
  const isLost =
    code === undefined && /terminated|timeout|ended|closed|connection error/i.test(error.message);
  const state = isLost ? '08000' : code;
  if (state === undefined) return error;
  const [, name, what, hint] = meanings.find(([pattern]) => pattern.test(state)) ?? [
    undefined,
    'outbox-failed',
    error.message,
    'See the cause.',
  ];
  return new StorageError(name, {
    message: `The outbox on PostgreSQL failed: ${what}`,
    hint,
    details: { sqlState: state },
    cause: error,
  });
}
