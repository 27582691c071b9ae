import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Starts a real personal data server and the directory it needs, in memory and a temporary folder.
// Prints `{"url": …}` when it listens; ends when its standard input does, so that it never outlives
// whoever started it.

// Both servers ask for a port on every interface; nobody outside has any business here.
const listen = Reflect.get(net.Server.prototype, 'listen');
net.Server.prototype.listen = function listenOnLoopback(port, ...rest) {
  const anywhere = typeof port === 'number' && typeof rest[0] !== 'string';
  return Reflect.apply(listen, this, anywhere ? [port, '127.0.0.1', ...rest] : [port, ...rest]);
};

process.env['LOG_ENABLED'] ??= '0';
const { PDS } = await import('@atproto/pds');
const { Database, PlcServer } = (await import('@did-plc/server')).default;

const [port, directoryPort] = [await freePort(), await freePort()];
const directory = PlcServer.create({ db: Database.mock(), port: directoryPort });
await directory.start();

const folder = await mkdtemp(join(tmpdir(), 'bluesky-pds-'));
const pds = await PDS.fromEnv({
  devMode: true,
  port,
  hostname: 'localhost',
  dataDirectory: folder,
  blobstoreDiskLocation: join(folder, 'blobs'),
  didPlcUrl: `http://localhost:${directoryPort}`,
  serviceHandleDomains: ['.test'],
  plcRotationKeyK256PrivateKeyHex: secret(),
  jwtSecret: secret(),
  adminPassword: secret(),
  bskyAppViewUrl: 'https://appview.invalid',
  bskyAppViewDid: 'did:example:invalid',
  modServiceUrl: 'https://moderator.invalid',
  modServiceDid: 'did:example:invalid',
  inviteRequired: false,
  disableSsrfProtection: true,
  rateLimitsEnabled: true,
  crawlers: [],
});
await pds.start();

// `.test` is in no directory of names, so the accounts themselves are asked.
const { handle } = pds.ctx.idResolver;
const resolve = handle.resolve.bind(handle);
handle.resolve = async (name) =>
  name.endsWith('.test') ? (await pds.ctx.accountManager.getAccount(name))?.did : resolve(name);

process.stdout.write(`${JSON.stringify({ url: `http://localhost:${port}` })}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await pds.destroy();
await directory.destroy();
await rm(folder, { recursive: true, force: true });
process.exit(0);

function secret() {
  return randomBytes(32).toString('hex');
}

async function freePort() {
  const server = net.createServer().listen(0);
  await once(server, 'listening');
  const { port: free } = server.address();
  server.close();
  await once(server, 'close');
  return free;
}
