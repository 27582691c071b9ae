import { instant, type Instant, type Reading } from '@affiche/core';
import type { Progress } from '@affiche/publish';
import { addReadings, readCalendar } from '../project/memory.ts';
import type { Publishing } from '../project/workshop.ts';

/** How a run goes. */
export interface RunWorkOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

const weekSeconds = 7 * 86_400;

/**
 * Publishes what comes due. A worker on real networks runs until it is stopped; a rehearsal runs to
 * the end of the calendar, measures every week, and is over in seconds.
 */
export async function runWork(publishing: Publishing, options: RunWorkOptions): Promise<void> {
  const { project, publisher, clock } = publishing;
  await publisher.recover({ signal: options.signal });
  if (!project.rehearse) return publisher.run(options);
  const calendar = await readCalendar(project);
  const end = calendar?.end ?? instant(clock.now());
  const { counts } = await publisher.status({ limit: 0 });
  let earlier = 0;
  let settled = 0;
  // A rehearsal runs week by week; people want to see how far it is with all of it.
  const onProgress = (progress: Progress) => {
    settled = earlier + progress.settled;
    const remaining = Math.max(progress.remaining, counts.planned - settled);
    options.onProgress({ ...progress, settled, remaining });
  };
  while (clock.now() < Date.parse(end) && !options.signal.aborted) {
    const next = instant(Math.min(clock.now() + weekSeconds * 1000, Date.parse(end)));
    await publisher.run({ ...options, onProgress, until: next });
    earlier = settled;
    if (!options.signal.aborted) await collect(publishing);
  }
}

/** Asks every network what our posts achieved so far, and remembers it. */
export async function collect(
  { project, publisher, clock }: Publishing,
  since?: Instant,
): Promise<Reading[]> {
  const calendar = await readCalendar(project);
  const readings = await publisher.collect({
    since: since ?? calendar?.start ?? instant(clock.now()),
  });
  await addReadings(project, readings);
  return readings;
}
