import {
  type Account,
  accountKey,
  type AnyPlatform,
  canonicalJson,
  type Clock,
  type Credentials,
  Draft,
  instant,
  type Json,
  Publication,
  wallTimeAt,
} from '@affiche/core';
import { sqliteOutbox } from '../outbox/sqlite-outbox.ts';
import { createPublisher } from '../publisher.ts';
import type { OutboxStore } from '../outbox/outbox.ts';
import { memoryVault } from '../vault/memory-vault.ts';
import { type ConformanceCase, expectSame } from './conformance-case.ts';
import { boundaries, Died, doomed, type Doom, mishaps, throttledSeconds } from './doomed.ts';

/** A server to try an adapter on, and what it shows. */
export interface ConformanceSandbox {
  readonly account: Account;
  readonly credentials: Credentials;
  /** The server's clock; a simulated one that passes by itself makes the cases take seconds. */
  readonly clock: Clock;
  /** @defaultValue the global `fetch` */
  readonly fetch?: typeof fetch;
  /** The adapter's options for every publication. */
  readonly options?: Readonly<Record<string, Json>>;
  /** The plain texts of all posts of the account that are visible now. */
  texts(): Promise<readonly string[]>;
  /**
   * Gives an outbox to each case; one may serve them all.
   *
   * @defaultValue one in memory for each
   */
  readonly outbox?: () => OutboxStore;
  /** Makes all tokens given out so far worthless; absent where tokens do not expire. */
  expireTokens?(): void | Promise<void>;
}

/**
 * What every adapter promises, as cases for any test runner: at most one visible effect wherever a
 * process dies and whatever the network does, and that the runner finds its way back.
 */
export function platformConformance(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
): ConformanceCase[] {
  const steps = compile(platform, sandbox, 'plan');
  const dooms = steps.flatMap(({ id: step, visibility }): Doom[] => [
    ...boundaries.map((boundary) => ({ step, boundary })),
    ...(visibility === 'none' ? [] : mishaps.map((mishap) => ({ step, mishap }))),
  ]);
  return [
    ...dooms.map((doom, index): ConformanceCase => {
      const what = doom.boundary ? `its process dies ${doom.boundary}` : `it is ${doom.mishap}`;
      return {
        name: `shows a thread once when ${what.replaceAll('-', ' ')} "${doom.step}"`,
        run: () => survive(platform, sandbox, `${index} ${what}`, doom),
      };
    }),
    ...(sandbox.expireTokens ? steps : []).map(({ id }, index): ConformanceCase => ({
      name: `logs in again when the token expires before "${id}"`,
      run: () => survive(platform, sandbox, `token ${index}`, { step: id }, { expire: true }),
    })),
    {
      name: 'compiles to the same bytes whenever and wherever it is asked',
      run: async () => {
        const bytes = zones.map((zone) =>
          inZone(zone, () => canonicalJson(compile(platform, sandbox, 'bytes'))),
        );
        expectSame(new Set(bytes).size, 1, 'different compilations');
      },
    },
    {
      name: 'publishes a text as it was written, whatever characters it has',
      run: () =>
        publishOnce(platform, sandbox, [`\\ | { } [ ] ( ) < > * _ ~ é 👩‍👩‍👧 ${sandbox.clock.now()}`]),
    },
    {
      name: 'shows a post once when two runners work on one outbox',
      run: () => publishOnce(platform, sandbox, [`two runners ${sandbox.clock.now()}`], 2),
    },
  ];
}

const zones = ['UTC', 'America/New_York', 'Asia/Kolkata'];

function compile(platform: AnyPlatform, sandbox: ConformanceSandbox, name: string) {
  const { account, draft, options } = publicationOf(sandbox, name, [`${name} 1`, `${name} 2`]);
  const composition = {
    account,
    draft,
    options: platform.options.parse(options),
    facts: platform.defaultFacts,
  };
  return platform.compile(composition, { key: `${name}#1`, at: '2027-01-04T08:00:00.000Z' });
}

function publicationOf(
  { account, options = {}, clock }: ConformanceSandbox,
  id: string,
  texts: readonly string[],
): Publication {
  return Publication.parse({
    id,
    account,
    options,
    at: wallTimeAt(instant(clock.now()), 'Europe/Paris'),
    draft: Draft.parse({
      id,
      items: texts.map((text, item) => ({ text, role: item === 0 ? 'post' : 'reply' })),
    }),
    misfire: { policy: 'fire-once' },
  });
}

/** Lets a thread meet its doom, recovers, and counts what the world sees. */
async function survive(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
  name: string,
  doom: Doom,
  { expire = false } = {},
): Promise<void> {
  const { clock } = sandbox;
  const send = sandbox.fetch ?? globalThis.fetch;
  const unique = `${name} ${clock.now()}`;
  const texts = [`${unique} one`, `${unique} two`];
  const outbox = sandbox.outbox?.() ?? sqliteOutbox(':memory:');
  const opened = await outbox.open({ clock });
  const fate = doomed(opened, send, doom);
  const tooSoon: number[] = [];
  let throttledAt = -Infinity;
  let expired = false;
  const watching: typeof fetch = async (input, init) => {
    const isWaiting = doom.mishap === 'throttled' && fate.met();
    if (isWaiting && clock.now() < throttledAt + throttledSeconds * 1000) tooSoon.push(clock.now());
    const answer = fate.fetch(input, init);
    if (fate.met() && throttledAt < 0) throttledAt = clock.now();
    return answer;
  };
  const first = publisherOf(platform, sandbox, watching, {
    open: async () => ({
      ...fate.outbox,
      async arm(claim, request) {
        if (expire && request.step === doom.step && !expired) {
          expired = true;
          await sandbox.expireTokens?.();
        }
        return fate.outbox.arm(claim, request);
      },
    }),
  });
  const plan = await first.plan([publicationOf(sandbox, unique, texts)]);
  await first.apply(plan, { approvedBy: 'conformance' });
  await first.run().catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
  expectSame(tooSoon, [], 'requests before the moment that the server named');
  const second = publisherOf(platform, sandbox, send, outbox);
  await second.recover();
  await second.run();
  // A step that sends nothing has no request to die at.
  if (doom.boundary && !doom.boundary.endsWith('sending')) {
    expectSame(fate.met(), true, 'whether the process died');
  }
  const seen = await sandbox.texts();
  const counts = texts.map((text) => seen.filter((each) => each === text).length);
  const [status] = (await second.status()).publications;
  const canTell = compile(platform, sandbox, name).every(
    ({ recognition }) => recognition !== 'none',
  );
  if (canTell || status?.state === 'published')
    expectSame(counts, [1, 1], 'posts that are visible');
  else expectSame([status?.state, counts.every((count) => count < 2)], ['parked', true], 'state');
  await second.close();
}

async function publishOnce(
  platform: AnyPlatform,
  sandbox: ConformanceSandbox,
  texts: readonly string[],
  runners = 1,
): Promise<void> {
  const outbox = sandbox.outbox?.() ?? sqliteOutbox(':memory:');
  const send = sandbox.fetch ?? globalThis.fetch;
  const publishers = Array.from({ length: runners }, () =>
    publisherOf(platform, sandbox, send, outbox),
  );
  const [first] = publishers;
  const plan = await first?.plan([publicationOf(sandbox, texts.join(' '), texts)]);
  if (plan) await first?.apply(plan, { approvedBy: 'conformance' });
  await Promise.all(publishers.map((publisher) => publisher.run()));
  const seen = await sandbox.texts();
  const counts = texts.map((text) => seen.filter((each) => each === text).length);
  expectSame(
    counts,
    texts.map(() => 1),
    'posts that are visible',
  );
  for (const publisher of publishers) await publisher.close();
}

function publisherOf(
  platform: AnyPlatform,
  { account, credentials, clock }: ConformanceSandbox,
  send: typeof fetch,
  outbox: OutboxStore,
) {
  const vault = memoryVault({ [accountKey(account)]: credentials });
  return createPublisher({ platforms: [platform], outbox, vault, clock, fetch: send });
}

function inZone<Result>(zone: string, work: () => Result): Result {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}
