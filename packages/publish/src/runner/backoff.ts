import type { Failure } from '@affiche/core';

/** How long to wait after so many tries, in seconds: 5, 10, 20, up to a quarter of an hour. */
export function backoffSeconds(tries: number): number {
  return Math.min(900, 5 * 2 ** tries);
}

/** Whether the same may well succeed later, without anybody changing anything. */
export function isTemporary({ kind }: Pick<Failure, 'kind'>): boolean {
  return ['rate-limited', 'quota', 'transient', 'not-sent', 'unknown'].includes(kind);
}
