import { epochMilliseconds, type Instant } from '@affiche/core';
import type { Unclear } from './lookup-verdict.ts';

/** How far two honest clocks may be apart, in seconds. */
export const skewSeconds = 120;

/** A page of a list, and where the next one begins. */
export interface ListPage<Item, Cursor> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next?: Cursor | undefined;
}

/**
 * Reads a list from its newest back to a moment; or says why nobody can tell.
 *
 * @param read - Reads the page that begins at a cursor, the first without one.
 */
export async function itemsSince<Item, Cursor>(
  read: (cursor: Cursor | undefined) => Promise<ListPage<Item, Cursor> | Unclear>,
  {
    since,
    madeAt,
    mostPages,
    owner,
  }: {
    readonly since: Instant;
    /** When an item was made. One that does not say may be young. */
    readonly madeAt: (item: Item) => Instant | undefined;
    readonly mostPages: number;
    /** Whose list it is: `the board`. */
    readonly owner: string;
  },
): Promise<Item[] | Unclear> {
  const earliest = epochMilliseconds(since) - skewSeconds * 1000;
  const found: Item[] = [];
  let cursor: Cursor | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const answer = await read(cursor);
    if ('status' in answer) return answer;
    const young = answer.items.filter((item) => {
      const at = madeAt(item);
      return at === undefined || epochMilliseconds(at) >= earliest;
    });
    found.push(...young);
    cursor = answer.next;
    if (cursor === undefined || young.length === 0) return found;
  }
  return { status: 'inconclusive', why: `${owner} has too much that is new to look through` };
}
