import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  contentHash,
  instant,
  Publication,
  type RateRule,
  systemClock,
  wallTimeAt,
} from '@affiche/core';
import { createPublisher, memoryVault, type OutboxStore, sqliteOutbox } from '@affiche/publish';
import { modelNetwork, modelPlatform } from '@affiche/publish/conformance';
import { postgresOutbox } from '@affiche/publish/postgres';

/** Where an outbox is: a file, or a schema on a server. */
export type BenchStore =
  | { readonly engine: 'sqlite'; readonly file: string }
  | { readonly engine: 'postgres'; readonly url: string; readonly schema: string };

/** The network to publish to, and what its adapter knows of its limits. */
export interface BenchPlatform {
  readonly url: string;
  readonly rates?: readonly Omit<RateRule, 'confidence' | 'source'>[];
}

/** Processes at work. */
export interface BenchWorkers {
  /** When all have ended by themselves, or were stopped. */
  readonly finished: Promise<unknown>;
  readonly ids: readonly number[];
  /** Ends them at once. */
  stop(): Promise<void>;
}

/** Opens the store, whichever it is. */
export function openStore(store: BenchStore): OutboxStore {
  return store.engine === 'sqlite'
    ? sqliteOutbox(store.file)
    : postgresOutbox(store.url, { schema: store.schema });
}

/** A publisher that posts to a network on loopback over real HTTP. */
export function benchPublisher(store: BenchStore, { url, rates = [] }: BenchPlatform) {
  const network = modelNetwork({ clock: systemClock(), recognition: 'evidence' });
  return createPublisher({
    platforms: [modelPlatform(network, { rates, timeoutSeconds: 10 })],
    outbox: openStore(store),
    vault: memoryVault(),
    fetch: (_input, init) => fetch(url, init),
  });
}

/**
 * Puts publications straight into the outbox, so that planning is not what is measured. Tells the
 * moment from which their due times were counted, in milliseconds since the epoch.
 */
export async function fillOutbox(
  store: BenchStore,
  { count, accounts, dueAt }: { count: number; accounts: number; dueAt: (index: number) => number },
): Promise<number> {
  const outbox = await openStore(store).open({ clock: systemClock() });
  const begun = await outbox.now();
  const changes = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, offset) => {
      const index = from + offset;
      const publication = Publication.parse({
        id: `p${index}`,
        account: { platform: 'model', id: `account-${index % accounts}` },
        at: wallTimeAt(instant(begun), 'Europe/Paris'),
        draft: { id: `p${index}`, items: [{ text: `Post number ${index} of a long campaign.` }] },
        misfire: { policy: 'fire-once' },
      });
      return {
        kind: 'create' as const,
        publication,
        hash: contentHash(publication),
        dueAt: begun + dueAt(index),
        scope: 'bench',
        basis: 0,
      };
    });
  const approval = { approvedBy: 'bench', plan: 'bench', zoneData: process.versions['tz'] ?? '' };
  for (let from = 0; from < count; from += 5000) {
    await outbox.apply(changes(from, Math.min(count, from + 5000)), approval);
  }
  await outbox.close();
  return begun;
}

/** Starts workers, waits until each is ready, and lets them go together. */
export async function startWorkers(
  processes: number,
  store: BenchStore,
  platform: BenchPlatform,
  { program = 'publish-worker.ts' }: { readonly program?: string } = {},
): Promise<BenchWorkers> {
  const script = new URL(program, import.meta.url).pathname;
  const given = [JSON.stringify(store), JSON.stringify(platform)];
  const workers: ChildProcess[] = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['--conditions=@affiche/source', script, ...given], {
      stdio: ['pipe', 'pipe', 'inherit'],
    }),
  );
  await Promise.all(workers.map((worker) => once(worker.stdout!, 'data')));
  const finished = Promise.all(workers.map((worker) => once(worker, 'exit')));
  for (const worker of workers) worker.stdin?.write('go\n');
  return {
    finished,
    ids: workers.flatMap(({ pid }) => pid ?? []),
    async stop() {
      for (const worker of workers) worker.kill('SIGKILL');
      await finished;
    },
  };
}
