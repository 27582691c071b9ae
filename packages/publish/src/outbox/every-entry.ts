import type { Entry } from './entry.ts';
import type { EntryFilter, Outbox } from './outbox.ts';

/** So many are in memory at once. */
const pageLength = 500;

/** Reads publications page by page, by due time: a hundred thousand need no more memory than a few. */
export async function* everyEntry(
  outbox: Pick<Outbox, 'list'>,
  filter: Omit<EntryFilter, 'limit' | 'after'>,
): AsyncGenerator<Entry, void> {
  let after: EntryFilter['after'];
  for (;;) {
    const page = await outbox.list({
      ...filter,
      limit: pageLength,
      ...(after === undefined ? {} : { after }),
    });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageLength) return;
    after = { dueAt: last.dueAt, id: last.publication.id };
  }
}
