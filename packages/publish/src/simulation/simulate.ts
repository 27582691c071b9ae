import { accountKey, contentHash, instant, seededRandom } from '@affiche/core';
import type { ModelRecognition } from '../conformance/model-network.ts';
import { modelPlatform } from '../conformance/model-platform.ts';
import { steppedClock } from '../conformance/stepped-clock.ts';
import type { OutboxStore } from '../outbox/outbox.ts';
import { sqlOutbox } from '../outbox/sql-outbox.ts';
import { openSqlite } from '../outbox/sqlite-database.ts';
import { type RunnerContext, runnerContext } from '../runner/context.ts';
import { runLoop } from '../runner/loop.ts';
import { memoryVault } from '../vault/memory-vault.ts';
import { audit, type Verdicts } from './audit.ts';
import { hardNetwork } from './hard-network.ts';
import {
  type Hardship,
  life,
  mortalClock,
  mortalFetch,
  mortalOutbox,
  mortalVault,
} from './mortal.ts';
import { mutate, type Mutation } from './mutation.ts';
import { pick } from './pick.ts';
import { accounts, plannedPosts } from './planned-posts.ts';
import { meddle, type Meddling } from './user.ts';
import { start, type World } from './world.ts';

/** One history, and what it proved. */
export interface SimulationOutcome extends Verdicts {
  readonly seed: string;
  readonly recognition: ModelRecognition;
  readonly publications: number;
  readonly crashes: number;
  readonly jumps: number;
  /** How much time passed in it, in seconds. */
  readonly seconds: number;
}

const troubleSeconds = 900;
const timeoutSeconds = 10;
const settleSeconds = 20;
const password = { password: 'open sesame' };
const calm: Hardship = { crash: 0, pause: 0, pauseSeconds: 0 };

/**
 * Lives one history: several workers on one outbox, killed and stopped at random between any two of
 * their operations, on a network that loses and delays answers, with clocks that jump and a user who
 * edits and cancels. Then calm returns, one worker finishes, and every post is counted. The same
 * seed gives the same history.
 */
export async function simulate({
  seed,
  mutation,
  jumpSeconds,
  twinShare = 0.2,
  outbox: store,
}: {
  readonly seed: string;
  /** A rule to break, on an outbox in memory. */
  readonly mutation?: Mutation;
  /** Lets clocks jump all the time, at most so many seconds apart, and not only a few times. */
  readonly jumpSeconds?: number;
  /**
   * How many of the posts say the same as others, as a fraction.
   *
   * @defaultValue 0.2
   */
  readonly twinShare?: number;
  /**
   * An empty outbox. One on PostgreSQL is the same each time with a single connection.
   *
   * @defaultValue one in memory
   */
  readonly outbox?: OutboxStore;
}): Promise<SimulationOutcome> {
  const random = seededRandom(seed);
  const recognition = pick(random, ['client-key', 'handle', 'evidence', 'lookup', 'none'] as const);
  const clock = steppedClock(start);
  const network = hardNetwork(clock, random, recognition, () => world.isCalm);
  const database = openSqlite(':memory:', 1).database(clock, () => undefined);
  const outbox = store ? await store.open({ clock }) : sqlOutbox(database);
  const publications = plannedPosts(random, twinShare);
  const ids = publications.map(({ id }) => id);
  const world: World = { random, clock, network, ids, isCalm: false };
  await outbox.apply(
    publications.map((publication) => ({
      kind: 'create',
      publication,
      hash: contentHash(publication),
      dueAt: start + Math.floor(random() * troubleSeconds * 1000),
      scope: 'simulation',
      basis: 0,
    })),
    { approvedBy: 'simulation', plan: seed, zoneData: '' },
  );
  const platform = modelPlatform(network, {
    timeoutSeconds,
    settleSeconds,
    rates: [{ bucket: 'writes', per: 'account', points: 4, windowSeconds: 30, kind: 'sliding' }],
  });
  const meddling: Meddling = { withdrawn: new Set() };
  const vault = memoryVault(
    Object.fromEntries(accounts.map((each) => [accountKey(each), password])),
  );
  let crashes = 0;
  let jumps = 0;

  const contextOf = (worker: string, hardship: () => Hardship): RunnerContext => {
    const one = life(clock, random, hardship, () => {
      crashes += 1;
      void restart();
    });
    const own = mortalClock(clock, one);
    const context = runnerContext({
      outbox: mortalOutbox(outbox, one),
      platforms: [platform],
      vault: mortalVault(vault, one),
      clock: own,
      fetch: mortalFetch(network.fetch, one),
      openMedia: async () => new Uint8Array(),
      worker,
      address: 'here',
      spending: [],
      maxTries: 1000,
      emit: () => undefined,
    });
    return mutation ? mutate(context, database, clock, mutation) : context;
  };

  let workers = 0;
  const work = async (
    hardship: () => Hardship,
    pollSeconds: number,
    until?: string,
  ): Promise<void> => {
    workers += 1;
    await runLoop(contextOf(`worker-${workers}`, hardship), {
      concurrency: 8,
      perAccount: 2,
      pollSeconds,
      ...(until === undefined ? {} : { until }),
    });
  };
  const hard: Hardship = { crash: 0.01, pause: 0.02, pauseSeconds: 40 };
  const hardship = () => (world.isCalm ? calm : hard);
  const restart = async () => {
    await clock.sleep(random() * 20);
    if (!world.isCalm) await work(hardship, 30, instant(start + 10 * 86_400_000));
  };

  for (let index = 0; index < 1 + random() * 3; index += 1) void restart();
  void meddle(world, outbox, meddling);
  void (async () => {
    while (!world.isCalm) {
      if (jumpSeconds === undefined && random() >= 0.7) break;
      await clock.sleep(random() * (jumpSeconds ?? 300));
      jumps += 1;
      clock.jump(pick(random, [2, -2, 3600, -3600, 86_400]));
    }
  })();
  await clock.runUntil(() => false, troubleSeconds);
  world.isCalm = true;
  for (const { scope } of await outbox.pauses()) await outbox.resume(scope, 'user');
  // Whoever is left goes on beside the one that stays to the end.
  let isFinished = false;
  const finish = async () => {
    await work(() => calm, 600);
    isFinished = true;
  };
  void finish();
  await clock.runUntil(() => isFinished, 43_200);
  const verdicts = await audit(world, outbox, meddling);
  if (store) await outbox.close();
  return {
    seed,
    recognition,
    publications: ids.length,
    crashes,
    jumps,
    seconds: clock.monotonic(),
    ...verdicts,
  };
}
