import type { Reading } from '@affiche/core';

/** A count that a platform gave, as a reading; nothing where it gave none, for missing is not zero. */
export function countReading(
  fact: string,
  value: number | null | undefined,
  about: Pick<Reading, 'subject' | 'asOf' | 'source' | 'publishedAt'>,
): Reading[] {
  if (value === undefined || value === null) return [];
  return [{ ...about, fact, value, window: 'lifetime', scope: 'organic' }];
}
