import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Account,
  contentHash,
  instant,
  Publication,
  seededRandom,
  systemClock,
  wallTimeAt,
} from '@affiche/core';
import { fileVault, findBrokenLogEntry, type Outbox, sqliteOutbox } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';
import { blueskySandbox, mastodonSandbox } from '@affiche/sandbox';
import { postgresServer } from '../packages/publish/test/postgres-server.ts';
import type { Engine } from './kills-options.ts';

/** What to kill, how often. */
export interface KillDrillOptions {
  readonly engine: Engine;
  /** How many in all. On PostgreSQL every tenth is the server itself with all its processes. */
  readonly kills: number;
  readonly seed: string;
  readonly onKill?: (done: number, what: 'worker' | 'server') => void;
}

/** What the networks show when everything has settled. */
export interface KillDrillOutcome {
  readonly engine: Engine;
  readonly workerKills: number;
  readonly serverKills: number;
  readonly publications: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly parked: readonly string[];
  readonly isLogWhole: boolean;
  readonly seconds: number;
}

const workerCount = 3;
const accountsPerNetwork = 20;
/** New posts before each kill: about as many as are sent until the next one. */
const postsPerKill = 12;

/** Kills real processes at random moments, lets the rest finish, and counts the posts. */
export async function killDrill(options: KillDrillOptions): Promise<KillDrillOutcome> {
  const { engine, kills, onKill } = options;
  const clock = systemClock();
  const begun = clock.monotonic();
  const random = seededRandom(options.seed);
  const folder = await mkdtemp(join(tmpdir(), 'kills-'));
  const server = engine === 'postgres' ? await postgresServer() : undefined;
  const address = server?.url ?? join(folder, 'outbox.db');
  const vault = join(folder, 'vault.json');
  const networks = await openNetworks(vault);
  const crew = hire(address, vault, options.seed);
  const expected: string[] = [];
  let serverKills = 0;

  const withOutbox = async <Result>(work: (outbox: Outbox) => Promise<Result>): Promise<Result> => {
    const store = server ? postgresOutbox(address) : sqliteOutbox(address);
    const outbox = await store.open({ clock });
    try {
      return await work(outbox);
    } finally {
      await outbox.close();
    }
  };

  try {
    for (let killed = 0; killed < kills; killed += 1) {
      expected.push(
        ...(await withOutbox((outbox) => addPosts(outbox, networks.accounts, expected.length))),
      );
      await crew.complete();
      await clock.sleep(0.05 + random() * 0.35);
      if (server && killed % 10 === 9) {
        await server.kill();
        await server.start();
        serverKills += 1;
        onKill?.(killed + 1, 'server');
      } else {
        await crew.kill(random);
        onKill?.(killed + 1, 'worker');
      }
    }
    // Time is believed only by whoever watched it pass: alone, nobody takes a post from its watcher.
    await crew.dismiss();
    await crew.complete(1);
    await withOutbox((outbox) => settled(outbox));
    return await withOutbox(async (outbox) => ({
      engine,
      workerKills: kills - serverKills,
      serverKills,
      publications: expected.length,
      ...(await audit(outbox, networks.texts(), expected)),
      seconds: clock.monotonic() - begun,
    }));
  } finally {
    await crew.dismiss();
    await networks.close();
    await server?.remove();
    await rm(folder, { recursive: true, force: true });
  }
}

async function openNetworks(vaultFile: string) {
  const [atmosphere, fediverse] = [await blueskySandbox(), await mastodonSandbox()];
  const vault = fileVault(vaultFile, { key: 'only for this drill' });
  const accounts: Account[] = [];
  for (let index = 0; index < accountsPerNetwork; index += 1) {
    const baker = atmosphere.createAccount({ handle: `bakery-${index}.test` });
    const smith = fediverse.createAccount({ handle: `smith${index}` });
    const pair = [
      [{ platform: 'bluesky', id: baker.id, host: atmosphere.host }, baker.credentials],
      [{ platform: 'mastodon', id: smith.id, host: fediverse.host }, smith.credentials],
    ] as const;
    for (const [account, credentials] of pair) {
      accounts.push(account);
      await vault.write(account, credentials, { expected: undefined });
    }
  }
  return {
    accounts,
    texts: () =>
      accounts.flatMap(({ platform, id }) =>
        (platform === 'bluesky' ? atmosphere : fediverse).posts(id).map(({ text }) => text),
      ),
    async close() {
      await atmosphere.close();
      await fediverse.close();
    },
  };
}

/** Workers that are replaced when they are gone. */
function hire(address: string, vault: string, seed: string) {
  const script = new URL('kill-worker.ts', import.meta.url).pathname;
  const workers = new Set<ChildProcess>();
  let count = 0;

  async function start(): Promise<void> {
    count += 1;
    const given = [address, vault, `${seed}/${count}`];
    const worker = spawn(process.execPath, ['--conditions=@affiche/source', script, ...given], {
      // A worker whose database goes away says so and ends; that is no news here.
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    workers.add(worker);
    const gone = once(worker, 'exit').then(() => workers.delete(worker));
    await Promise.race([once(worker.stdout, 'data'), gone]);
  }

  return {
    async complete(size = workerCount): Promise<void> {
      while (workers.size < size) await start();
    },
    async kill(random: () => number): Promise<void> {
      const worker = [...workers][Math.floor(random() * workers.size)];
      if (!worker) return;
      const gone = once(worker, 'exit');
      if (worker.kill('SIGKILL')) await gone;
    },
    async dismiss(): Promise<void> {
      for (const worker of workers) worker.kill('SIGKILL');
      while (workers.size > 0) await systemClock().sleep(0.01);
    },
  };
}

async function addPosts(
  outbox: Outbox,
  accounts: readonly Account[],
  from: number,
): Promise<string[]> {
  const dueAt = await outbox.now();
  const texts = Array.from({ length: postsPerKill }, (_, index) => `Post number ${from + index}`);
  const changes = texts.map((text, index) => {
    const id = `p${from + index}`;
    const publication = Publication.parse({
      id,
      account: accounts[(from + index) % accounts.length],
      at: wallTimeAt(instant(dueAt), 'Europe/Paris'),
      draft: { id, items: [{ text }] },
      misfire: { policy: 'fire-once' },
    });
    const hash = contentHash(publication);
    return { kind: 'create' as const, publication, hash, dueAt, scope: 'drill', basis: 0 };
  });
  const zoneData = process.versions['tz'] ?? '';
  await outbox.apply(changes, { approvedBy: 'drill', plan: 'drill', zoneData });
  return texts;
}

/** Waits until nobody has anything left to do. */
async function settled(outbox: Outbox): Promise<void> {
  const clock = systemClock();
  const giveUpAt = clock.monotonic() + 600;
  const open = { states: ['planned', 'publishing', 'rolling-back'] as const };
  while (clock.monotonic() < giveUpAt && (await outbox.list(open)).length > 0) {
    await clock.sleep(1);
  }
}

async function audit(outbox: Outbox, found: readonly string[], expected: readonly string[]) {
  const entries = await outbox.list({});
  const parked = entries.filter(({ state }) => state === 'parked');
  const parkedTexts = new Set(parked.map(({ publication }) => publication.draft.items[0]?.text));
  const unpublished = entries.filter(({ state }) => state !== 'published' && state !== 'parked');
  const missing = expected.filter((text) => !found.includes(text) && !parkedTexts.has(text));
  return {
    lost: [...missing, ...unpublished.map(({ publication }) => publication.id)],
    doubled: expected.filter((text) => found.indexOf(text) !== found.lastIndexOf(text)),
    parked: parked.map(({ publication }) => publication.id),
    isLogWhole: findBrokenLogEntry(await outbox.log({})) === undefined,
  };
}
