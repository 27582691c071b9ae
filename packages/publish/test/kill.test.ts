import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, seededRandom, systemClock, wallTimeAt } from '@affiche/core';
import { createPublisher, findBrokenLogEntry, memoryVault, sqliteOutbox } from '@affiche/publish';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publication } from './bench.ts';
import { loopbackPlatform } from './loopback-platform.ts';

// A real worker process on a real file, killed at random moments while it posts to a real server.
let folder: string;
let server: Server;
const posts: { key: string; text: string; at: number }[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  server = createServer((request, response) => {
    void (async () => {
      if (request.method === 'GET') return response.end(JSON.stringify(posts));
      const { key, text } = JSON.parse((await request.toArray()).join('')) as (typeof posts)[0];
      await systemClock().sleep(0.01);
      posts.push({ key, text, at: Date.now() });
      await systemClock().sleep(0.01);
      return response.end(JSON.stringify({ id: `id-${posts.length}` }));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
  rmSync(folder, { recursive: true });
});

it('publishes every post exactly once, however often its worker is killed', async () => {
  const file = join(folder, 'outbox.db');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const ids = Array.from({ length: 60 }, (_, index) => `p${index}`);
  const publisher = createPublisher({
    platforms: [loopbackPlatform(url)],
    outbox: sqliteOutbox(file),
    vault: memoryVault(),
  });
  const at = instant(Date.now() - 1000);
  const publications = ids.map((id, index) => ({
    ...publication(id, { at, misfire: { policy: 'fire-once' } }),
    at: wallTimeAt(at, 'Europe/Paris'),
    account: { platform: 'loopback', id: `account-${index % 6}` },
  }));
  await publisher.apply(await publisher.plan(publications), { approvedBy: 'client' });

  const random = seededRandom('kill');
  for (let kills = 0; kills < 4; kills += 1) {
    const worker = startWorker(file, url);
    await once(worker.stdout!, 'data');
    await systemClock().sleep(0.01 + random() * 0.12);
    worker.kill('SIGKILL');
    await once(worker, 'exit');
  }
  await publisher.recover();
  await publisher.run();

  expect(posts.map(({ key }) => key).toSorted()).toEqual(ids.toSorted());
  expect((await publisher.status()).counts.published).toBe(ids.length);
  expect(findBrokenLogEntry(await publisher.history())).toBeUndefined();
  await publisher.close();
}, 60_000);

function startWorker(file: string, url: string): ChildProcess {
  const script = new URL('./kill-worker.ts', import.meta.url);
  return spawn(process.execPath, ['--conditions=@affiche/source', script.pathname, file, url], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
