import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServer } from '../packages/publish/test/postgres-server.ts';
import type { Claim } from './claim.ts';
import { type BenchStore, fillOutbox, startWorkers } from './publish-crew.ts';
import { benchNetwork, type NetworkLimit } from './publish-network.ts';

// A server that counts requests as networks do, on a small scale: 60 in 10 seconds, each up to 40 ms
// on its way before it is counted and as long on its way back. On the hours of real networks the same
// milliseconds weigh hundreds of times less.
const limit = { points: 60, windowSeconds: 10, latencySeconds: 0.04 };
const windows = 4;

/** How much of what a server allows is used, from one process and from four, without ever asking too much. */
export async function bench(tell: (claim: Claim) => void): Promise<Claim[]> {
  const folder = await mkdtemp(join(tmpdir(), 'rates-'));
  const server = await postgresServer();
  const stores = (name: string): BenchStore[] => [
    { engine: 'sqlite', file: join(folder, `${name}.db`) },
    { engine: 'postgres', url: server.url, schema: name },
  ];
  const claims: Claim[] = [];
  try {
    for (const processes of [1, 4]) {
      for (const kind of ['fixed', 'sliding'] as const) {
        for (const countsRefused of [false, true]) {
          const name = `${kind}_${processes}_${countsRefused ? 'counting' : 'forgiving'}`;
          for (const store of stores(name)) {
            const claim = await measure(processes, { ...limit, kind, countsRefused }, store);
            tell(claim);
            claims.push(claim);
          }
        }
      }
    }
    return claims;
  } finally {
    await server.remove();
    await rm(folder, { recursive: true });
  }
}

async function measure(processes: number, rule: NetworkLimit, store: BenchStore): Promise<Claim> {
  const { points, windowSeconds, kind, countsRefused } = rule;
  const network = await benchNetwork(rule);
  await fillOutbox(store, { count: points * windows, accounts: 8, dueAt: () => 0 });
  const rates = [{ bucket: 'writes', per: 'app' as const, points, windowSeconds, kind }];
  const { finished } = await startWorkers(processes, store, { url: network.url, rates });
  await finished;
  await network.close();
  // Sustained: from the end of the first window's worth to the end of the last one's.
  const first = network.moments[points - 1] ?? 0;
  const seconds = ((network.moments.at(-1) ?? 0) - first) / 1000;
  const share = (100 * (windows - 1) * windowSeconds) / seconds;
  const refused = network.refused();
  const counting = countsRefused ? 'a refusal counts too' : 'a refusal is free';
  return {
    claim: `uses a ${kind} window from ${processes === 1 ? 'one process' : 'four processes'} on ${store.engine}, ${counting}; ${refused} answers of 429`,
    ours: share,
    peer: 100,
    peerName: 'all that the server allows',
    unit: '%',
    ratio: share / 100,
    goal: 'at least 97 % and no answer of 429',
    met: share >= 97 && refused === 0 && network.moments.length === points * windows,
  };
}
