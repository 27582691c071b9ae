import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '@affiche/core';
import { postgresServer } from '../packages/publish/test/postgres-server.ts';
import type { Claim } from './claim.ts';
import { type BenchStore, fillOutbox, startWorkers } from './publish-crew.ts';
import { benchNetwork } from './publish-network.ts';
import { openPeer } from './publish-peer.ts';

const count = 1000;
const accounts = 100;
const turns = 7;

/** Publications a second from one process, against a queue engine that sends the same requests and may double them. */
export async function bench(): Promise<Claim[]> {
  const folder = await mkdtemp(join(tmpdir(), 'throughput-'));
  const server = await postgresServer();
  try {
    return [
      await compare((name) => ({ engine: 'sqlite', file: join(folder, `${name}.db`) }), 'plainjob'),
      await compare((schema) => ({ engine: 'postgres', url: server.url, schema }), 'pg-boss'),
    ];
  } finally {
    await server.remove();
    await rm(folder, { recursive: true });
  }
}

async function compare(storeOf: (name: string) => BenchStore, peerName: string): Promise<Claim> {
  const measured: Record<'ours' | 'peer' | 'ratio', number>[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const peer = await peerRate(storeOf(`peer_${turn}`));
    const ours = await ownRate(storeOf(`own_${turn}`));
    measured.push({ ours, peer, ratio: ours / peer });
  }
  const median = (of: 'ours' | 'peer' | 'ratio') =>
    measured.map((turn) => turn[of]).toSorted((a, b) => a - b)[Math.floor(turns / 2)] ?? Number.NaN;
  const ratio = median('ratio');
  return {
    claim: `publishes on ${storeOf('').engine} from one process, each post exactly once`,
    ours: median('ours'),
    peer: median('peer'),
    peerName: `${peerName}, which may send twice`,
    unit: 'posts/s',
    ratio,
    goal: 'at least 0.5 of it',
    met: ratio >= 0.5,
  };
}

async function ownRate(store: BenchStore): Promise<number> {
  await fillOutbox(store, { count, accounts, dueAt: () => 0 });
  return rateOf(store, 'publish-worker.ts');
}

async function peerRate(store: BenchStore): Promise<number> {
  const peer = await openPeer(store);
  await peer.fill(count);
  await peer.close();
  return rateOf(store, 'publish-peer-worker.ts');
}

/** From the first post that arrives to the last one. */
async function rateOf(store: BenchStore, program: string): Promise<number> {
  const network = await benchNetwork();
  const workers = await startWorkers(1, store, { url: network.url }, { program });
  const clock = systemClock();
  const ended = new AbortController();
  void workers.finished.then(() => ended.abort());
  while (network.intents.size < count && !ended.signal.aborted) await clock.sleep(0.02);
  await workers.stop();
  await network.close();
  if (network.intents.size < count) throw new Error(`${program} left posts unsent`);
  const [first = 0] = network.moments;
  return (count - 1) / (((network.moments.at(-1) ?? 0) - first) / 1000);
}
