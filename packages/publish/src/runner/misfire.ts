import type { Publication } from '@affiche/core';

/** How late is still on time, in seconds: a poll, a commit, a busy minute. */
const punctualSeconds = 60;

/** How late a publication may go out, in seconds: what is later has missed its time. */
export function graceSeconds({ misfire }: Pick<Publication, 'misfire'>): number {
  switch (misfire.policy) {
    case 'fire-once':
      return Infinity;
    case 'skip':
      return punctualSeconds;
    case 'fire-within':
    default:
      return misfire.graceSeconds;
  }
}
