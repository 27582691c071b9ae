import type { PlainDate, Publication } from '@affiche/core';
import { mondayOf } from './days.ts';

/** Publications by what clocks show, then by id. */
export function inOrder(publications: readonly Publication[]): Publication[] {
  return publications
    .map((publication) => ({ publication, key: sortKey(publication) }))
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ publication }) => publication);
}

function sortKey({ at, id }: Publication): string {
  return `${at.date} ${at.time} ${id}`;
}

/** Groups publications by the Monday of their week. */
export function byWeek(
  publications: readonly Publication[],
): Map<PlainDate, readonly Publication[]> {
  return Map.groupBy(publications, ({ at }) => mondayOf(at.date));
}
