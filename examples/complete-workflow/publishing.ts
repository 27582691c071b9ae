import { access, rm } from 'node:fs/promises';
import { type Calendar, instant, type Instant, type Reading } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, type Publisher, sqliteOutbox } from '@affiche/publish';
import { openMedia } from '@affiche/publish/media';
import type { Strategy } from '@affiche/strategy';
import { makeFolder } from './files.ts';
import { measure, weekEnds } from './measuring.ts';
import { liveNetworks, sandboxNetworks } from './networks.ts';
import { progressBar, say, stopOnErrors } from './terminal.ts';

/** The networks of this example. */
export const platforms = [bluesky(), mastodon()] as const;

/** How a calendar is published. */
export interface PublishingOptions {
  /** Where everything is remembered, so that a killed run goes on where it stopped. */
  readonly state: string;
  /** The folder of pictures: no other file is opened. */
  readonly images: string;
  /** What the sandbox's clock shows at first. */
  readonly now: Instant;
  readonly seed: string;
  /** Whether to use real accounts, with credentials from the environment. */
  readonly live: boolean;
  readonly signal: AbortSignal;
}

/** What became of a calendar: every week's figures, and when they were last read. */
export interface Published {
  readonly readings: readonly Reading[];
  readonly asOf: Instant;
}

/** Publishes a calendar on two networks, and measures every week; nothing when it was interrupted. */
export async function publish(
  strategy: Strategy,
  calendar: Calendar,
  options: PublishingOptions,
): Promise<Published | undefined> {
  const { state, images, now, seed, live } = options;
  await makeFolder(state);
  const accounts = strategy.channels.map(({ account }) => account);
  const networks = live
    ? liveNetworks(accounts, process.env)
    : await sandboxNetworks({
        accounts,
        folder: state,
        seed,
        start: now,
        password: process.env['SANDBOX_PASSWORD'],
      });
  const outbox = sqliteOutbox(`${state}/outbox.db`);
  const publisher = createPublisher({
    platforms,
    outbox,
    openMedia: openMedia({ folders: [images] }),
    ...networks.access,
  });
  try {
    await approve(publisher, calendar);
    const readings = await publishWeekly(publisher, calendar, strategy, options);
    return readings && { readings, asOf: instant(networks.access.clock.now()) };
  } finally {
    await publisher.close();
    await networks.close();
  }
}

/** Shows what is wrong with the plan, or approves exactly what was shown. */
async function approve(publisher: Publisher, calendar: Calendar): Promise<void> {
  const plan = await publisher.plan(calendar);
  stopOnErrors([...plan.findings, ...plan.changes.flatMap(({ findings }) => findings)]);
  const { create, keep } = await publisher.apply(plan, { approvedBy: 'Karim Benali' });
  say(
    keep > 0
      ? `Going on where a former run stopped: ${keep} posts known.`
      : `${create} posts approved.`,
  );
}

async function publishWeekly(
  publisher: Publisher,
  calendar: Calendar,
  { zone }: Strategy,
  { state, signal }: PublishingOptions,
): Promise<Reading[] | undefined> {
  const bar = progressBar(calendar.publications.length);
  const readings: Reading[] = [];
  for (const until of weekEnds(calendar, zone)) {
    await publisher.run({ until, signal, onProgress: (progress) => bar.show(progress) });
    if (signal.aborted) {
      say('Stopped. Start again to go on from here.');
      return undefined;
    }
    const file = `${state}/readings-${until.slice(0, 10)}.json`;
    readings.push(...(await measure(publisher, calendar.start, file)));
  }
  bar.done();
  const { counts, pauses } = await publisher.status();
  say(`${counts.published} of ${calendar.publications.length} posts are out.`);
  for (const { scope, reason } of pauses) say(`  Stopped: ${scope}, ${reason}`);
  return readings;
}

/**
 * Where a run keeps its state. The sandbox starts anew after a run that came to its end; what was
 * interrupted is gone on from. The record of real posts is never taken away.
 */
export async function openState(output: string, live: boolean): Promise<string> {
  if (live) return `${output}/state-live`;
  const state = `${output}/state`;
  const isFinished = await access(finishedMark(state)).then(
    () => true,
    () => false,
  );
  if (isFinished) await rm(state, { recursive: true });
  return state;
}

/** The file that says that a run came to its end. */
export function finishedMark(state: string): string {
  return `${state}/finished`;
}
