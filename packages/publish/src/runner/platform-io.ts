import {
  accountKey,
  type Clock,
  type Credentials,
  type PlatformIo,
  type RateObservation,
  systemClock,
} from '@affiche/core';
import type { RateLesson } from '../outbox/charge.ts';
import { lessonsFrom } from './charges.ts';
import type { PlatformAccount } from './platform-account.ts';

/** The world as one call of an adapter sees it, until its time runs out. */
export interface OpenIo {
  /** Runs the call; rejects with {@link OutOfTime} when it takes too long. */
  use<Result>(work: (io: PlatformIo) => Promise<Result>): Promise<Result>;
  /** Whether a request was held back because the call had run out of time, and none had left. */
  heldBack(): boolean;
  /** Whether any request left. */
  hasSent(): boolean;
  /** How many requests left. */
  sent(): number;
  /** Why a file could not be opened; absent when all could. */
  unopened(): unknown;
  /** Stores what answers taught about rate budgets. */
  teach(): Promise<void>;
}

/** A call of an adapter took longer than its step allows. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Opens the world for one call. Its time runs from here. */
export function openIo(
  where: PlatformAccount,
  credentials: Credentials,
  { timeoutSeconds }: { readonly timeoutSeconds: number },
): OpenIo {
  const { context, account } = where;
  const { clock, outbox } = context;
  const lessons: RateLesson[] = [];
  const begun = { wall: clock.now(), monotonic: clock.monotonic() };
  const deadline = new AbortController();
  let requests = 0;
  let held = 0;
  let unopened: unknown;

  // A machine that slept, or a clock that was set: the larger of both is believed.
  const elapsed = () =>
    Math.max((clock.now() - begun.wall) / 1000, clock.monotonic() - begun.monotonic);

  const io: PlatformIo = {
    fetch: async (input, options) => {
      if (deadline.signal.aborted || elapsed() >= timeoutSeconds) {
        held += 1;
        throw new OutOfTime('the attempt ran out of time before its request left');
      }
      requests += 1;
      const response = await context.fetch(input, options);
      context.serverTimes.hear(accountKey(account), response);
      return response;
    },
    clock,
    credentials,
    signal: deadline.signal,
    async openMedia(source) {
      try {
        return await context.openMedia(source);
      } catch (error) {
        unopened ??= error;
        throw error;
      }
    },
    observeRate: (observation: RateObservation) =>
      lessons.push(...lessonsFrom(where, observation, clock.now())),
  };

  return {
    async use(work) {
      if (elapsed() >= timeoutSeconds) {
        held += 1;
        throw new OutOfTime('the attempt ran out of time before it began');
      }
      const { promise: outOfTime, reject } = Promise.withResolvers<never>();
      const end = () => {
        const error = new OutOfTime(`no answer within ${timeoutSeconds} seconds`);
        deadline.abort(error);
        reject(error);
      };
      // A simulated clock stands still while we work; a server that hangs does not care.
      const clocks = clock.during ? [clock, systemClock()] : [clock];
      const timers = clocks.map((each) => callAfter(each, timeoutSeconds, end));
      try {
        return await Promise.race([work(io), outOfTime]);
      } finally {
        for (const takeBack of timers) takeBack();
      }
    },
    heldBack: () => held > 0 && requests === 0,
    hasSent: () => requests > 0,
    sent: () => requests,
    unopened: () => unopened,
    async teach() {
      if (lessons.length > 0) await outbox.teach(lessons.splice(0));
    },
  };
}

/** Calls back after so many seconds; what it returns takes that back. */
function callAfter(clock: Clock, seconds: number, call: () => void): () => void {
  if (clock.after) return clock.after(seconds, call);
  const ended = new AbortController();
  clock.sleep(seconds, ended).then(call, () => undefined);
  // With a reason: to make one up takes as long as all the rest of this.
  return () => ended.abort('the call has ended');
}
