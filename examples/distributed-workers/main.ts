import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, instant, Publication, systemClock, wallTimeAt } from '@affiche/core';
import { findBrokenLogEntry } from '@affiche/publish';
import { blueskySandbox, mastodonSandbox, type Sandbox } from '@affiche/sandbox';
import { startDatabase } from './database.ts';
import { openPublisher, type Shared, vaultIn } from './publisher.ts';

// Four workers publish from one PostgreSQL. One is killed with SIGKILL between a post and its answer.

const accountsPerNetwork = 4;
const postsPerAccount = 5;

const folder = await mkdtemp(join(tmpdir(), 'affiche-workers-'));
try {
  await using database = await startDatabase();
  await using atmosphere = await blueskySandbox();
  await using fediverse = await mastodonSandbox();
  const shared = { database: database.url, vault: join(folder, 'credentials.json') };
  const accounts = await openAccounts(shared, [
    ['bluesky', atmosphere],
    ['mastodon', fediverse],
  ]);
  await using publisher = openPublisher(shared);

  const posts = proposePosts(accounts);
  await publisher.apply(await publisher.plan(posts), { approvedBy: 'the agency' });
  console.log(`${posts.length} posts approved for ${accounts.length} accounts, all due now.`);

  const doomed = startWorker(shared, 'doomed');
  const isStuck = doomed.stdout && once(doomed.stdout, 'data');
  await isStuck;
  const others = [1, 2, 3].map(() => startWorker(shared, 'lucky'));
  console.log('4 workers at work.');
  doomed.kill('SIGKILL');
  console.log('1 killed: posts of it were out, and it had not read the answers.');
  const codes = await Promise.all(others.map((worker) => once(worker, 'exit')));
  console.log(`${codes.filter(([code]) => code === 0).length} came to the end of the work.\n`);

  const seen = accounts.flatMap(({ platform, id }) =>
    (platform === 'bluesky' ? atmosphere : fediverse).posts(id).map(({ text }) => text),
  );
  const { counts } = await publisher.status();
  console.log(`The outbox: ${counts.published} published, ${counts.parked} in doubt.`);
  for (const { draft } of posts) {
    const text = draft.items[0]?.text;
    const times = seen.filter((each) => each === text).length;
    console.log(`  ${times === 1 ? 'once' : `${times} TIMES`}: ${text}`);
  }
  const isWhole = findBrokenLogEntry(await publisher.history()) === undefined;
  console.log(`The log is ${isWhole ? 'whole' : 'BROKEN'}.`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function openAccounts(
  { vault }: Shared,
  networks: readonly (readonly [string, Sandbox<unknown>])[],
): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const [platform, server] of networks) {
    for (let index = 1; index <= accountsPerNetwork; index += 1) {
      const handle = platform === 'bluesky' ? `shop-${index}.test` : `shop${index}`;
      const { id, credentials } = server.createAccount({ handle });
      const account = { platform, id, host: server.host, handle };
      await vaultIn(vault).write(account, credentials, { expected: undefined });
      accounts.push(account);
    }
  }
  return accounts;
}

function proposePosts(accounts: readonly Account[]): Publication[] {
  const at = wallTimeAt(instant(systemClock().now()), 'Europe/Paris');
  return accounts.flatMap((account) =>
    Array.from({ length: postsPerAccount }, (_, index) => {
      const text = `${account.platform}, ${account.handle}: number ${index + 1}`;
      return Publication.parse({
        id: text,
        account,
        at,
        draft: { id: text, items: [{ text }] },
        misfire: { policy: 'fire-once' },
      });
    }),
  );
}

function startWorker({ database, vault }: Shared, fate: string): ChildProcess {
  const script = join(import.meta.dirname, 'worker.ts');
  return spawn(process.execPath, ['--conditions=@affiche/source', script, database, vault, fate], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}
