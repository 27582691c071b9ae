import type { Entry } from '../outbox/entry.ts';
import { standStill } from '../stand-still.ts';
import type { RunnerContext } from './context.ts';
import { deliver } from './deliver.ts';

/** Between two looks at what could not be taken, in seconds. */
const patienceSeconds = 1;

/**
 * Settles everything that was under way when its worker went away, and waits as long as that takes;
 * returns where it stands, by due time. What belongs to a paused account is left as it is: nothing may
 * be asked for it; so is what another process has the adapter for.
 */
export async function settleEverything(
  context: RunnerContext,
  { signal }: { readonly signal?: AbortSignal },
): Promise<Entry[]> {
  const { outbox, clock, platforms } = context;
  const found = await outbox.list({ states: ['publishing', 'rolling-back'] });
  const ids = found.map(({ publication }) => publication.id);
  const isStopped = () => signal?.aborted === true;
  const notTaken = new Set<string>();
  const leftAlone = new Set<string>();
  while (!isStopped()) {
    const { now, open } = await standStill(clock, async () => ({
      now: await outbox.now(),
      open: (await outbox.find(ids)).filter(
        (entry) =>
          isUnderWay(entry) &&
          platforms.has(entry.publication.account.platform) &&
          !leftAlone.has(entry.publication.id),
      ),
    }));
    if (open.length === 0) break;
    const ripe = open.filter(({ nextAt = now }) => nextAt <= now);
    const taken = await standStill(clock, () =>
      Promise.all(ripe.map(({ publication }) => deliver(context, publication.id))),
    );
    if (taken.includes(true)) continue;
    for (const { publication, waitsFor } of ripe) {
      // Once somebody else may have had it in hand; twice its account is paused.
      const isTwice = waitsFor === undefined && notTaken.has(publication.id);
      (isTwice ? leftAlone : notTaken).add(publication.id);
    }
    const nextAt = Math.min(...open.map((entry) => entry.nextAt ?? now));
    const seconds = Math.max((nextAt - now) / 1000, ripe.length > 0 ? patienceSeconds : 0);
    try {
      await clock.sleep(seconds, signal ? { signal } : {});
    } catch (error) {
      if (!isStopped()) throw error;
    }
  }
  return (await outbox.find(ids)).toSorted((a, b) => a.dueAt - b.dueAt);
}

function isUnderWay({ state, nextAt }: Entry): boolean {
  return nextAt !== undefined && (state === 'publishing' || state === 'rolling-back');
}
