import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, seededRandom, systemClock, wallTimeAt } from '@affiche/core';
import { createPublisher, findBrokenLogEntry, memoryVault, sqliteOutbox } from '@affiche/publish';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publication } from './bench.ts';
import { loopbackNetwork } from './loopback-network.ts';
import { loopbackPlatform } from './loopback-platform.ts';

// A real worker process on a real file, killed at random moments while it posts to a real server.
let folder: string;
let network: Awaited<ReturnType<typeof loopbackNetwork>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kill-'));
  network = await loopbackNetwork();
});

afterAll(async () => {
  await network.close();
  rmSync(folder, { recursive: true });
});

it('publishes every post exactly once, however often its worker is killed', async () => {
  const file = join(folder, 'outbox.db');
  const { url, posts } = network;
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
