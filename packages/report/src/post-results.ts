import type { Reading } from '@affiche/core';
import { type Interaction, isInteraction, latestLifetime } from './readings.ts';

/** What one publication gathered so far; a fact that nobody gave is missing, not zero. */
export type PostResult = Readonly<Partial<Record<Interaction, number>>>;

/** Results by publication id, from readings that name their publication. */
export function postResults(readings: readonly Reading[]): Map<string, PostResult> {
  const results = new Map<string, Partial<Record<Interaction, number>>>();
  for (const { subject, fact, value } of latestLifetime(readings)) {
    if (subject.publication === undefined || !isInteraction(fact)) continue;
    const result = results.get(subject.publication) ?? {};
    // A thread has several posts; its result is theirs together.
    result[fact] = (result[fact] ?? 0) + value;
    results.set(subject.publication, result);
  }
  return results;
}

/** All interactions of a result together. */
export function interactionSum(result: PostResult | undefined): number {
  return Object.values(result ?? {}).reduce((sum, value) => sum + value, 0);
}
