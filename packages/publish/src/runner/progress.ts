import { momentOf } from '../moment.ts';
import { everyEntry } from '../outbox/every-entry.ts';
import type { RunnerContext } from './context.ts';
import type { PublishEvent } from './events.ts';

/** How far a run is. */
export interface Progress {
  readonly event: PublishEvent;
  /** Publications that this run brought to an end: published, failed, parked, missed or stopped. */
  readonly settled: number;
  /** Publications that were still to come when the run began, less those settled. */
  readonly remaining: number;
}

const endings: ReadonlySet<string> = new Set([
  'published',
  'failed',
  'stopped',
  'rolled-back',
  'parked',
  'missed',
]);

/** Counts what a run has before it; what it returns tells after each event how far the run is. */
export async function followProgress(
  { outbox }: RunnerContext,
  until: string | undefined,
): Promise<(event: PublishEvent) => Progress> {
  const open = new Set<string>();
  const entries = everyEntry(outbox, {
    states: ['planned', 'publishing', 'rolling-back'],
    ...(until === undefined ? {} : { to: momentOf(until, 'until') }),
  });
  for await (const { publication } of entries) open.add(publication.id);
  let settled = 0;
  return (event) => {
    if ('publication' in event && endings.has(event.kind)) {
      open.delete(event.publication);
      settled += 1;
    }
    return { event, settled, remaining: open.size };
  };
}
