import type { Limit, Source } from '@affiche/core';

/** A limit as data: official unless something else is said. */
export function limit(
  value: number,
  unit: string,
  source: Source,
  { confidence = 'official', note }: Partial<Pick<Limit, 'confidence' | 'note'>> = {},
): Limit {
  return { value, unit, confidence, source, ...(note !== undefined && { note }) };
}
