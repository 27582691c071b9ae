import type { AnyPlatform } from '@affiche/core';
import type { OutboxStore } from '../outbox/outbox.ts';
import { sqliteOutbox } from '../outbox/sqlite-outbox.ts';
import { createPublisher, type Publisher } from '../publisher.ts';
import type { PublicationStatus } from '../status.ts';
import type { Vault } from '../vault/vault.ts';
import { expectSame } from './conformance-case.ts';
import { type ConformanceSandbox, publicationOf, stepsOf, textsOf } from './conformance-sandbox.ts';
import { Died, doomed, type Doom, throttledSeconds } from './doomed.ts';

/** What all cases of one adapter share. */
export interface Trial {
  readonly platform: AnyPlatform;
  readonly sandbox: ConformanceSandbox;
  /** Many a refresh token is good once, and what it gave must be there in the next case. */
  readonly vault: Vault;
}

/** Lets a draft meet its doom, recovers, and counts what the world sees. */
export async function survive(
  trial: Trial,
  name: string,
  doom: Doom,
  { expire = false } = {},
): Promise<void> {
  const { platform, sandbox } = trial;
  const { clock } = sandbox;
  const send = sandbox.fetch ?? globalThis.fetch;
  const unique = `${name} ${clock.now()}`;
  const texts = textsOf(platform, unique);
  const before = (await sandbox.texts()).length;
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
  const first = publisherOf(trial, watching, {
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
  const plan = await first.plan([publicationOf(platform, sandbox, unique, texts)]);
  await first.apply(plan, { approvedBy: 'conformance' });
  await first.run().catch((error: unknown) => {
    if (!(error instanceof Died)) throw error;
  });
  expectSame(tooSoon, [], 'requests before the moment that the server named');
  const second = publisherOf(trial, send, outbox);
  await second.recover();
  await second.run();
  // A step that sends nothing has no request to die at.
  if (doom.boundary && !doom.boundary.endsWith('sending')) {
    expectSame(fate.met(), true, 'whether the process died');
  }
  const counts = await countVisible(sandbox, texts, before);
  const status = await statusOf(second, unique);
  expectIds(status, texts);
  const canTell = stepsOf(platform, sandbox, name).every(
    ({ visibility, recognition }) => visibility === 'none' || recognition !== 'none',
  );
  if (canTell || status?.state === 'published') expectOnce(counts);
  else expectSame([status?.state, counts.every((count) => count < 2)], ['parked', true], 'state');
  await second.close();
}

/** Lets runners work on one outbox, and counts what the world sees. */
export async function publishOnce(
  trial: Trial,
  texts: readonly string[],
  runners = 1,
): Promise<void> {
  const { platform, sandbox } = trial;
  const outbox = sandbox.outbox?.() ?? sqliteOutbox(':memory:');
  const send = sandbox.fetch ?? globalThis.fetch;
  const publishers = Array.from({ length: runners }, () => publisherOf(trial, send, outbox));
  const [first] = publishers;
  const plan = await first?.plan([publicationOf(platform, sandbox, texts.join(' '), texts)]);
  if (plan) await first?.apply(plan, { approvedBy: 'conformance' });
  const before = (await sandbox.texts()).length;
  await Promise.all(publishers.map((publisher) => publisher.run()));
  expectOnce(await countVisible(sandbox, texts, before));
  expectIds(first && (await statusOf(first, texts.join(' '))), texts);
  for (const publisher of publishers) await publisher.close();
}

async function countVisible(
  sandbox: ConformanceSandbox,
  texts: readonly string[],
  before: number,
): Promise<number[]> {
  const seen = await sandbox.texts();
  const counts = texts.map((text) => seen.filter((each) => each === text).length);
  const ours = counts.reduce((sum, count) => sum + count, 0);
  expectSame(seen.length - before - ours, 0, 'posts that nobody asked for');
  return counts;
}

/** An outbox may serve all cases. */
async function statusOf(publisher: Publisher, id: string): Promise<PublicationStatus | undefined> {
  const { publications } = await publisher.status();
  return publications.find((each) => each.id === id);
}

/** Only by their ids are posts taken back, measured and replied to. */
function expectIds(status: PublicationStatus | undefined, texts: readonly string[]): void {
  if (status?.state !== 'published') return;
  const ids = new Set(status.posts.map(({ id }) => id));
  expectSame(ids.size, texts.length, 'ids of published posts');
}

function expectOnce(counts: readonly number[]): void {
  const once = counts.map(() => 1);
  expectSame(counts, once, 'posts that are visible');
}

function publisherOf(
  { platform, sandbox: { clock }, vault }: Trial,
  send: typeof fetch,
  outbox: OutboxStore,
) {
  return createPublisher({ platforms: [platform], outbox, vault, clock, fetch: send });
}
