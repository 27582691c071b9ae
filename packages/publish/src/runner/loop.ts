import type { Instant } from '@affiche/core';
import PQueue from 'p-queue';
import { momentOf } from '../moment.ts';
import type { Ready } from '../outbox/outbox.ts';
import { standStill } from '../stand-still.ts';
import type { RunnerContext } from './context.ts';
import { deliver } from './deliver.ts';

/** How the runner goes about its work. */
export interface LoopOptions {
  /** Works until this moment; without it, until nothing is left to do. */
  readonly until?: Instant;
  /** Stops taking on work; what is being sent is finished first. */
  readonly signal?: AbortSignal;
  /** How many publications are worked on at once. */
  readonly concurrency: number;
  /** How many of one account. */
  readonly perAccount: number;
  /** How often the outbox is asked for what other processes put into it, in seconds. */
  readonly pollSeconds: number;
}

/** So many of one account are taken ahead, to keep its lane full. */
const laneDepth = 4;

/** Where another process was faster, it is left to it for a moment: two that race are slower than one. */
const standAsideSeconds = 0.05;

/** Works on whatever is due, each account in a lane of its own so that a slow one delays nobody. */
export async function runLoop(context: RunnerContext, options: LoopOptions): Promise<void> {
  const { outbox, clock, platforms } = context;
  const { signal } = options;
  const floor = new PQueue({ concurrency: options.concurrency });
  const lanes = new Map<string, PQueue>();
  const busySince = new Map<string, number>();
  const inFlight = new Map<string, Promise<void>>();
  const until = options.until === undefined ? Infinity : momentOf(options.until, 'until');
  let bell = new AbortController();
  let broken: { readonly error: unknown } | undefined;
  let wasBeaten = false;
  let hasRoom = false;

  async function work({ id, account }: Ready, seenAt: number): Promise<void> {
    try {
      if (isStopped()) return;
      // Ringing after a claim that failed would only make us ask again at once.
      if (await deliver(context, id, { seenAt })) hasRoom = true;
      else wasBeaten = true;
    } catch (error) {
      broken ??= { error };
      bell.abort();
    } finally {
      inFlight.delete(id);
      if (hasRoom && isShort()) bell.abort();
      const lane = lanes.get(account);
      if (lane && lane.size === 0 && lane.pending <= 1) lanes.delete(account);
    }
  }

  function dispatch(ready: Ready, now: number): void {
    const { id, account, priority } = ready;
    if (inFlight.has(id)) return;
    const lane = lanes.get(account) ?? new PQueue({ concurrency: options.perAccount });
    lanes.set(account, lane);
    // Whatever came due while its account was busy was seen: it is not late by our neglect.
    const seenAt = busySince.get(account) ?? now;
    const task = standStill(clock, () =>
      lane.add(() => floor.add(() => work(ready, seenAt)), { priority: -priority }),
    );
    inFlight.set(id, task);
  }

  /** Whether those who wait for a place on the floor will soon be too few to fill it. */
  const isShort = () => floor.size === 0 || inFlight.size < 2 * options.concurrency;
  const isStopped = () => broken !== undefined || signal?.aborted === true;
  while (!isStopped()) {
    bell = new AbortController();
    hasRoom = false;
    const { now, ready, nextAt } = await standStill(clock, async () => ({
      now: await outbox.now(),
      ...(await outbox.due({
        limit: 256,
        except: crowded(lanes),
        platforms: [...platforms.keys()],
        budgets: [...context.budgets.values()],
      })),
    }));
    if (now >= until) break;
    for (const each of ready) dispatch(each, now);
    for (const account of busySince.keys()) if (!lanes.has(account)) busySince.delete(account);
    for (const account of lanes.keys()) busySince.set(account, busySince.get(account) ?? now);
    const isIdle = inFlight.size === 0;
    if (isIdle && nextAt === undefined && options.until === undefined) break;
    const seconds = Math.min(options.pollSeconds, ((nextAt ?? Infinity) - now) / 1000);
    // On simulated time nobody is faster than anybody.
    const least = wasBeaten && !clock.during ? standAsideSeconds : 0;
    wasBeaten = false;
    // What was ready is enough for now, whoever rang meanwhile.
    if (!isShort() && !isStopped()) bell = new AbortController();
    const rested = Math.max(least, Math.min(seconds, (until - now) / 1000));
    await rest(context, rested, bell.signal, signal);
  }
  await Promise.all(inFlight.values());
  if (broken) throw broken.error;
}

/** Waits until something may be due, a delivery ends, or somebody stops us. */
async function rest(
  { clock }: RunnerContext,
  seconds: number,
  bell: AbortSignal,
  stop: AbortSignal | undefined,
): Promise<void> {
  const signal = stop ? AbortSignal.any([bell, stop]) : bell;
  try {
    await clock.sleep(Math.max(0, seconds), { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function crowded(lanes: ReadonlyMap<string, PQueue>): string[] {
  return [...lanes].flatMap(([account, lane]) =>
    lane.size + lane.pending >= laneDepth ? [account] : [],
  );
}
