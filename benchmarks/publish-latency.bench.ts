import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@affiche/core';
import { postgresServer } from '../packages/publish/test/postgres-server.ts';
import type { Claim } from './claim.ts';
import { type BenchStore, type BenchWorkers, fillOutbox, startWorkers } from './publish-crew.ts';
import { type BenchNetwork, benchNetwork } from './publish-network.ts';
import { openPeer } from './publish-peer.ts';

type Server = Awaited<ReturnType<typeof postgresServer>>;

const waiting = 10_000;
const due = 100;
/** The first is due after this, in milliseconds: a worker has started by then. */
const firstDue = 12_000;
const interval = 97;
const idleSeconds = 10;
const mostLate = 250;
const day = 86_400_000;

const dueAt = (index: number) => (index < due ? firstDue + index * interval : day + index);

/** How late a due post arrives while 10,000 wait: with our own index, and with pg-boss as the waker. */
export async function bench(): Promise<Claim[]> {
  const folder = await mkdtemp(join(tmpdir(), 'latency-'));
  const server = await postgresServer();
  try {
    const postgres: BenchStore = { engine: 'postgres', url: server.url, schema: 'latency' };
    const sqlite = await own({ engine: 'sqlite', file: join(folder, 'outbox.db') });
    const ours = await own(postgres, server);
    const boss = await woken(postgres, server);
    return [
      punctual('sqlite', sqlite.late),
      punctual('postgres', ours.late),
      {
        claim: `wakes for a due post; at rest it asks ${figure(ours.asks)} times a second and takes ${figure(ours.load)} % of a core, pg-boss ${figure(boss.asks)} times and ${figure(boss.load)} %`,
        ours: percentile(ours.late, 0.99),
        peer: percentile(boss.late, 0.99),
        peerName: 'pg-boss, woken 0.8 s early, without an outbox behind it',
        unit: 'ms late, 99th percentile',
        ratio: percentile(boss.late, 0.99) / percentile(ours.late, 0.99),
        goal: 'as punctual, or a reason to take pg-boss',
        met: percentile(ours.late, 0.99) <= percentile(boss.late, 0.99),
      },
    ];
  } finally {
    await server.remove();
    await rm(folder, { recursive: true });
  }
}

function punctual(engine: string, late: readonly number[]): Claim {
  const worst = percentile(late, 0.99);
  return {
    claim: `publishes a due post on ${engine} while 10,000 wait; half of them within ${figure(percentile(late, 0.5))} ms`,
    ours: worst,
    peer: mostLate,
    peerName: 'the promise',
    unit: 'ms late, 99th percentile',
    ratio: mostLate / worst,
    goal: `under ${mostLate} ms`,
    met: worst < mostLate,
  };
}

interface Measured {
  readonly late: readonly number[];
  /** Transactions a second when nothing is due; of SQLite nobody counts them. */
  readonly asks: number;
  /** What the worker takes of a core meanwhile, in per cent. */
  readonly load: number;
}

async function own(store: BenchStore, server?: Server): Promise<Measured> {
  const begun = await fillOutbox(store, { count: waiting + due, accounts: 100, dueAt });
  return measure(store, begun, 'publish-worker.ts', server);
}

async function woken(store: BenchStore, server: Server): Promise<Measured> {
  const begun = systemClock().now();
  const peer = await openPeer(store);
  await peer.fill(waiting + due, (index) => begun + dueAt(index));
  await peer.close();
  return measure(store, begun, 'publish-peer-worker.ts', server);
}

async function measure(
  store: BenchStore,
  begun: number,
  program: string,
  server?: Server,
): Promise<Measured> {
  const clock = systemClock();
  const network = await benchNetwork();
  const workers = await startWorkers(1, store, { url: network.url }, { program });
  const last = begun + firstDue + due * interval;
  await clock.sleep(Math.max(0, last + 3000 - clock.now()) / 1000);
  const before = await effort(workers, server);
  await clock.sleep(idleSeconds);
  const after = await effort(workers, server);
  await workers.stop();
  await network.close();
  return {
    late: latenesses(network, begun),
    asks: (after.asks - before.asks) / idleSeconds,
    load: (100 * (after.seconds - before.seconds)) / idleSeconds,
  };
}

function latenesses({ moments, intents }: BenchNetwork, begun: number): number[] {
  const late = [...intents].map((intent, position) => {
    const index = Number(/^p(\d+)\//.exec(intent)?.[1]);
    return performance.timeOrigin + (moments[position] ?? Number.NaN) - begun - dueAt(index);
  });
  if (late.length < due) throw new Error(`only ${late.length} of ${due} posts came in time`);
  return late;
}

/** What the worker and its database did so far. */
async function effort({ ids }: BenchWorkers, server?: Server) {
  const asks = (await server?.transactions()) ?? Number.NaN;
  let seconds = 0;
  for (const id of ids) seconds += await cpuSeconds(id);
  return { asks, seconds };
}

/** From the kernel's books, which count hundredths; elsewhere than on Linux nobody tells. */
async function cpuSeconds(id: number): Promise<number> {
  const line = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '');
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? Number.NaN) + Number(fields[12] ?? Number.NaN)) / 100;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  // The least value that so large a share is within: of a hundred, the worst is no 99th percentile.
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

function figure(value: number): string {
  return String(Number(value.toPrecision(2)));
}
