import type { Entry } from '../outbox/entry.ts';
import type { RunnerContext } from './context.ts';
import { deliver } from './deliver.ts';
import { standStill } from './stand-still.ts';

/** Settles everything that was under way when its worker went away, and waits as long as that takes. */
export async function settleEverything(
  context: RunnerContext,
  { signal }: { readonly signal?: AbortSignal },
): Promise<Entry[]> {
  const { outbox, clock } = context;
  const found = await outbox.list({ states: ['publishing', 'rolling-back'] });
  const ids = found.map(({ publication }) => publication.id);
  const isStopped = () => signal?.aborted === true;
  while (!isStopped()) {
    const { now, open } = await standStill(clock, async () => ({
      now: await outbox.now(),
      open: (await outbox.find(ids)).filter(isUnderWay),
    }));
    if (open.length === 0) break;
    const ripe = open.filter(({ nextAt = now }) => nextAt <= now);
    await standStill(clock, () =>
      Promise.all(ripe.map(({ publication }) => deliver(context, publication.id))),
    );
    if (ripe.length > 0) continue;
    const nextAt = Math.min(...open.map((entry) => entry.nextAt ?? now));
    try {
      await clock.sleep((nextAt - now) / 1000, signal ? { signal } : {});
    } catch (error) {
      if (!isStopped()) throw error;
    }
  }
  return outbox.find(ids);
}

function isUnderWay({ state, nextAt }: Entry): boolean {
  return nextAt !== undefined && (state === 'publishing' || state === 'rolling-back');
}
