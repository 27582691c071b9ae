import { isDeepStrictEqual } from 'node:util';
import type { Clock, Random } from '@affiche/core';
import type { Outbox } from '../outbox/outbox.ts';
import type { Vault } from '../vault/vault.ts';

/** How hard the life of a simulated process is. Chances are per operation. */
export interface Hardship {
  readonly crash: number;
  readonly pause: number;
  /** The longest pause, in seconds. */
  readonly pauseSeconds: number;
}

/** A process that may stop or die between any two operations. */
export interface Life {
  readonly isDead: () => boolean;
  /** Never returns when the process dies here. */
  readonly point: () => Promise<void>;
}

/**
 * A process that does more than this goes round in circles, and is left hanging to be found out. An hour in
 * which two posts ask every ten seconds whether their twin is out takes two thousand by itself.
 */
const mostPoints = 20_000;

/** Begins the life of a process. */
export function life(
  clock: Clock,
  random: Random,
  hardship: () => Hardship,
  onDeath: () => void,
): Life {
  let dead = false;
  let points = 0;
  return {
    isDead: () => dead,
    async point() {
      points += 1;
      if (dead || points > mostPoints) return forever();
      const { crash, pause, pauseSeconds } = hardship();
      const chance = random();
      if (chance < crash) {
        dead = true;
        onDeath();
        return forever();
      }
      if (chance < crash + pause) {
        await clock.sleep(random() * pauseSeconds);
        if (dead) return forever();
      }
      return undefined;
    },
  };
}

/** An outbox as a mortal process uses it: it may die before an operation, or after it and before it knows. */
export function mortalOutbox(outbox: Outbox, { point }: Life): Outbox {
  const wrap =
    <Arguments extends unknown[], Result>(operation: (...given: Arguments) => Promise<Result>) =>
    async (...given: Arguments): Promise<Result> => {
      await point();
      const result = await operation(...given);
      await point();
      return result;
    };
  return {
    ...outbox,
    claim: wrap((...given) => outbox.claim(...given)),
    arm: wrap((...given) => outbox.arm(...given)),
    learn: wrap((...given) => outbox.learn(...given)),
    judge: wrap((...given) => outbox.judge(...given)),
    reload: wrap((...given) => outbox.reload(...given)),
    reserve: wrap((...given) => outbox.reserve(...given)),
    settle: wrap((...given) => outbox.settle(...given)),
    teach: wrap((...given) => outbox.teach(...given)),
    lease: wrap((...given) => outbox.lease(...given)),
    release: wrap((...given) => outbox.release(...given)),
  };
}

/** A vault as a mortal process uses it: what it was given when it logged in may be lost on the way. */
export function mortalVault(vault: Vault, { point }: Life): Vault {
  return {
    read: (account) => vault.read(account),
    async write(...given) {
      const [account, credentials] = given;
      // Nothing is lost on the way that was there before.
      const isNew = !isDeepStrictEqual((await vault.read(account))?.credentials, credentials);
      if (isNew) await point();
      const isStored = await vault.write(...given);
      if (isNew) await point();
      return isStored;
    },
  };
}

/** The network as a mortal process reaches it: what left goes on, whoever sent it. */
export function mortalFetch(send: typeof fetch, { point, isDead }: Life): typeof fetch {
  return async (input, init) => {
    if (isDead()) return forever();
    // A process that stops between its last look at the clock and the socket cannot be helped.
    const answer = await send(input, init);
    await point();
    return answer;
  };
}

/** Time as a mortal process sees it. */
export function mortalClock(clock: Clock, { isDead }: Life): Clock {
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    async sleep(seconds, options) {
      await clock.sleep(seconds, options);
      if (isDead()) await forever();
    },
  };
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
