import { DatabaseSync } from 'node:sqlite';
import { PgBoss } from 'pg-boss';
import { type Connection, defineQueue, defineWorker } from 'plainjob';
import type { BenchPlatform, BenchStore } from './publish-crew.ts';

/** The name of the queue, in whichever engine. */
const queueName = 'posts';

/** What is to be posted. */
interface PeerJob {
  readonly intent: string;
  readonly text: string;
}

/** A queue engine as its users use it: a job is a request, and a job that was cut off runs again. */
export interface Peer {
  readonly name: string;
  /** Puts jobs in; each may have a moment to wait for, in milliseconds since the epoch. */
  fill(count: number, dueAt?: (index: number) => number): Promise<void>;
  /** Works until the process ends. */
  work(platform: BenchPlatform): Promise<void>;
  close(): Promise<void>;
}

/** The engine for a store: plainjob for SQLite, pg-boss for PostgreSQL. */
export async function openPeer(store: BenchStore): Promise<Peer> {
  return store.engine === 'sqlite' ? plainjobPeer(store.file) : pgBossPeer(store.url, store.schema);
}

const jobs = (count: number) =>
  Array.from({ length: count }, (_, index): PeerJob => ({
    intent: `p${index}/0`,
    text: `Post number ${index} of a long campaign.`,
  }));

/** Sends a post, and tells its id there. */
async function post({ url }: BenchPlatform, job: PeerJob): Promise<{ readonly id: string }> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(job) });
  return (await response.json()) as { readonly id: string };
}

/** Each of its workers takes one job at a time: as many as we work on at once. */
const plainjobWorkers = 64;

function plainjobPeer(file: string): Peer {
  const database = new DatabaseSync(file);
  const logger = { error: console.error, warn: ignore, info: ignore, debug: ignore };
  const queue = defineQueue({ connection: connectionOf(database, file), logger });
  return {
    name: 'plainjob',
    async fill(count) {
      queue.addMany(queueName, jobs(count));
    },
    async work(platform) {
      const workers = Array.from({ length: plainjobWorkers }, () =>
        defineWorker(
          queueName,
          async ({ data }) => void (await post(platform, JSON.parse(data) as PeerJob)),
          {
            queue,
            logger,
          },
        ),
      );
      await Promise.all(workers.map((worker) => worker.start()));
    },
    async close() {
      queue.close();
    },
  };
}

/** The SQLite of Node, as plainjob wants it. */
function connectionOf(database: DatabaseSync, filename: string): Connection {
  const inTransaction = (work: (...given: unknown[]) => unknown) => {
    const immediate = (...given: unknown[]): unknown => {
      database.exec('BEGIN IMMEDIATE');
      const result = work(...given);
      database.exec('COMMIT');
      return result;
    };
    return Object.assign(immediate, { immediate });
  };
  const connection = {
    driver: 'better-sqlite3' as const,
    filename,
    pragma: (pragma: string) => database.exec(`PRAGMA ${pragma}`),
    exec: (sql: string) => database.exec(sql),
    prepare: (sql: string) => database.prepare(sql),
    transaction: inTransaction,
    close: () => database.close(),
  };
  return connection as unknown as Connection;
}

/** A polling engine is woken this early, and waits for the exact moment itself; in milliseconds. */
const early = 800;

async function pgBossPeer(url: string, schema: string): Promise<Peer> {
  const boss = new PgBoss({ connectionString: url, schema: `boss_${schema}` });
  boss.on('error', console.error);
  await boss.start();
  await boss.createQueue(queueName);
  return {
    name: 'pg-boss',
    async fill(count, dueAt) {
      await boss.insert(
        queueName,
        jobs(count).map((data, index) => ({
          data: { ...data, dueAt: dueAt?.(index) ?? 0 },
          ...(dueAt && { startAfter: new Date(dueAt(index) - early) }),
        })),
      );
    },
    async work(platform) {
      await boss.work<PeerJob & { dueAt: number }>(
        queueName,
        // Each by itself: else a single refusal would send the rest of its batch again, and the ids of
        // posts, by which they are measured and taken back, would be kept nowhere.
        {
          batchSize: 50,
          pollingIntervalSeconds: 0.5,
          burstWhenBatchFull: true,
          perJobResults: true,
        },
        (batch) =>
          Promise.all(
            batch.map(async ({ id, data }) => {
              await new Promise((resolve) =>
                setTimeout(resolve, Math.max(0, data.dueAt - Date.now())),
              );
              return { id, status: 'completed' as const, output: await post(platform, data) };
            }),
          ),
      );
    },
    close: () => boss.stop(),
  };
}

function ignore(): void {
  // Its news are not what is measured.
}
