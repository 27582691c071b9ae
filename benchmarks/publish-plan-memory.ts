import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Publication, seededRandom, simulatedClock, wallTimeAt } from '@affiche/core';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { modelNetwork, modelPlatform } from '@affiche/publish/conformance';

// Plans so many posts in a process of its own, and tells what that took on top of the posts
// themselves. Two plans: into an empty outbox, and again when everything is scheduled.
const count = Number(process.argv[2]);
const start = Date.parse('2027-01-04T08:00:00Z');
const random = seededRandom('plan');
const words = Array.from({ length: 4000 }, (_, index) => `word${index.toString(36)}`);

const publications = Array.from({ length: count }, (_, index) =>
  Publication.parse({
    id: `p${index}`,
    account: { platform: 'model', id: `account-${index % 100}` },
    at: wallTimeAt(new Date(start + 3_600_000 + index * 60_000).toISOString(), 'Europe/Paris'),
    draft: {
      id: `p${index}`,
      items: [
        {
          text: Array.from(
            { length: 12 + Math.floor(random() * 24) },
            () => words[Math.floor(random() * words.length)],
          ).join(' '),
        },
      ],
    },
  }),
);
const folder = mkdtempSync(join(tmpdir(), 'plan-'));
const clock = simulatedClock({ start: new Date(start).toISOString(), automatic: true });
const network = modelNetwork({ clock, recognition: 'lookup' });
const day = { bucket: 'writes', windowSeconds: 86_400, kind: 'sliding' } as const;
const rates = [
  { ...day, per: 'account', points: 300 },
  { ...day, per: 'app', points: 20_000 },
] as const;
const publisher = createPublisher({
  platforms: [modelPlatform(network, { rates })],
  outbox: sqliteOutbox(join(folder, 'outbox.db')),
  vault: memoryVault(),
  clock,
  fetch: network.fetch,
});
// What the first post of a process loads and compiles is not what each further post costs.
await publisher.plan(publications.slice(0, 100));
globalThis.gc?.();
const before = process.memoryUsage.rss();

const first = await measured(() => publisher.plan(publications));
await publisher.apply(first.result, { approvedBy: 'benchmark' });
const again = await measured(() => publisher.plan(publications));
await publisher.close();
rmSync(folder, { recursive: true });
const kinds = new Set(again.result.changes.map(({ kind }) => kind));
console.log(
  JSON.stringify({
    count,
    seconds: first.seconds,
    megabytes: first.megabytes,
    againSeconds: again.seconds,
    allMegabytes: again.megabytes,
    kinds: [...kinds],
  }),
);

async function measured<Result>(work: () => Promise<Result>) {
  const since = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(since);
  const peak = process.resourceUsage().maxRSS * 1024;
  return { result, seconds: (user + system) / 1e6, megabytes: (peak - before) / 1e6 };
}
