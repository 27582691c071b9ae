import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

const folder = import.meta.dirname;
const source = '/usr/share/wordpress';

/** A real WordPress that runs until it is disposed of. */
export interface WordPress extends AsyncDisposable {
  readonly url: string;
  readonly host: string;
  /** Application passwords, by user: an administrator and an author. */
  readonly passwords: Readonly<Record<'admin' | 'author', string>>;
  /** Publishes what is due, as a visitor would make it do. */
  wakeUp(): void;
}

/** Says what is missing before anything is tried. */
export function setup(): void {
  const missing = [
    ...(existsSync(`${source}/wp-load.php`) ? [] : ['wordpress']),
    ...(has('php') ? [] : ['php-cli', 'php-mysql']),
    ...(has('mariadbd') ? [] : ['mariadb-server']),
  ];
  if (missing.length === 0) return;
  throw new Error(
    `A real WordPress needs more than is installed here: apt-get install --no-install-recommends ${missing.join(' ')}`,
  );
}

/** Starts a WordPress with nothing in it, on a database of its own, and nothing of it outside loopback. */
export async function startWordPress(): Promise<WordPress> {
  const site = mkdtempSync(`${tmpdir()}/affiche-wordpress-`);
  const socket = `${site}/database.sock`;
  const port = await freePort();
  const database = await startDatabase(`${site}/database`, socket);
  // Its folder of plugins and themes is made of links on Debian.
  copy(source, `${site}/blog`);
  copy('/var/lib/wordpress/wp-content', `${site}/blog/wp-content`);
  for (const name of ['wp-config.php', 'router.php', 'install.php', 'wake-up.php']) {
    cpSync(`${folder}/php/${name}`, `${site}/blog/${name}`);
  }
  const environment = { ...process.env, BLOG_PORT: String(port), BLOG_DATABASE: socket };
  const run = (file: string) =>
    execFileSync('php', [file], { cwd: `${site}/blog`, env: environment, encoding: 'utf8' });
  const passwords = JSON.parse(
    run('install.php').trim().split('\n').at(-1) ?? '',
  ) as WordPress['passwords'];
  const limits = ['upload_max_filesize=8M', 'post_max_size=9M'].flatMap((each) => ['-d', each]);
  const web = spawn('php', [...limits, '-S', `127.0.0.1:${port}`, 'router.php'], {
    cwd: `${site}/blog`,
    env: { ...environment, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: 'ignore',
    // Its workers outlive it, so that the whole group is ended.
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  await until(async () => (await fetch(`${url}/wp-json/`)).ok);
  return {
    url,
    host: `127.0.0.1:${port}`,
    passwords,
    wakeUp: () => void run('wake-up.php'),
    async [Symbol.asyncDispose]() {
      await end(web, true);
      await end(database, false);
      rmSync(site, { recursive: true, force: true });
    },
  };
}

async function startDatabase(data: string, socket: string): Promise<ChildProcess> {
  const user = `--user=${userInfo().username}`;
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, user, '--auth-root-authentication-method=normal'],
    { stdio: 'ignore' },
  );
  const init = `${data}/init.sql`;
  writeFileSync(
    init,
    [
      'CREATE DATABASE IF NOT EXISTS blog;',
      "CREATE USER IF NOT EXISTS blog@localhost IDENTIFIED BY 'blog';",
      'GRANT ALL ON blog.* TO blog@localhost;',
      '',
    ].join('\n'),
  );
  const child = spawn(
    'mariadbd',
    [
      '--no-defaults',
      user,
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--init-file=${init}`,
      '--skip-networking',
      '--skip-log-bin',
      // Nothing of it is kept.
      '--innodb-flush-log-at-trx-commit=0',
    ],
    { stdio: 'ignore' },
  );
  await until(async () => {
    execFileSync(
      'mariadb',
      ['--no-defaults', `--socket=${socket}`, '-ublog', '-pblog', 'blog', '-e', 'SELECT 1'],
      { stdio: 'ignore' },
    );
    return true;
  });
  return child;
}

async function end(child: ChildProcess, group: boolean): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const exit = once(child, 'exit');
  process.kill(group ? -child.pid : child.pid, 'SIGTERM');
  await exit;
}

async function until(works: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (await works().catch(() => false)) return;
    await delay(100);
  }
  throw new Error('the server did not start within 30 seconds');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function copy(from: string, to: string): void {
  try {
    execFileSync('cp', ['-rL', `${from}/.`, to], { stdio: 'ignore' });
  } catch {
    // Links that lead nowhere are left out.
  }
}

function has(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
