import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seededRandom, systemClock } from '@affiche/core';

/** How a server limits what it takes. */
export interface NetworkLimit {
  readonly points: number;
  readonly windowSeconds: number;
  readonly kind: 'fixed' | 'sliding';
  /** Whether a request that it refuses counts as well, as on the harshest networks. */
  readonly countsRefused: boolean;
  /** How long a request travels before it is counted, and its answer back, at the most; in seconds. */
  readonly latencySeconds: number;
}

/** A network on loopback that takes posts and, where asked to, enforces a limit. */
export interface BenchNetwork {
  readonly url: string;
  /** When each post was taken, in milliseconds of this process's monotonic clock. */
  readonly moments: readonly number[];
  readonly intents: ReadonlySet<string>;
  readonly refused: () => number;
  close(): Promise<void>;
}

/** Starts it on a free port. */
export async function benchNetwork(limit?: NetworkLimit): Promise<BenchNetwork> {
  const moments: number[] = [];
  const intents = new Set<string>();
  const random = seededRandom('network');
  const clock = systemClock();
  const roomAfter = limit && counter(limit);
  let refused = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => void answer());

    async function answer(): Promise<void> {
      if (request.method === 'GET') return void response.end('{}');
      if (limit) await clock.sleep(random() * limit.latencySeconds);
      const now = performance.now();
      const wait = roomAfter?.(now) ?? 0;
      if (wait > 0) {
        refused += 1;
        response.writeHead(429, { 'retry-after': String(Math.ceil(wait / 1000)) });
        return void response.end('{}');
      }
      const id = `post-${moments.push(now)}`;
      intents.add((JSON.parse(body) as { intent: string }).intent);
      if (limit) await clock.sleep(random() * limit.latencySeconds);
      response.writeHead(200, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ id }));
    }
  });
  // Nobody hangs up on a client that waits for its next window.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moments,
    intents,
    refused: () => refused,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Counts a request, and tells in how many milliseconds there is room when there is none. */
function counter({ points, windowSeconds, kind, countsRefused }: NetworkLimit) {
  const span = windowSeconds * 1000;
  let counted: number[] = [];
  let origin: number | undefined;
  return (now: number): number => {
    // Fixed windows begin with the first request and follow one another without a gap.
    origin ??= now;
    const begun = origin + Math.floor((now - origin) / span) * span;
    counted = counted.filter((at) => (kind === 'fixed' ? at >= begun : at > now - span));
    if (counted.length < points) {
      counted.push(now);
      return 0;
    }
    const wait = kind === 'fixed' ? begun + span - now : (counted[0] ?? now) + span - now;
    if (countsRefused) counted.push(now);
    return Math.max(1, wait);
  };
}
