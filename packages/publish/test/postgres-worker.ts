import { createPublisher, memoryVault } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';
import { loopbackPlatform } from './loopback-platform.ts';

// One of several workers on a shared outbox; works until nothing is left, or until it is killed.
const [, , database = '', schema = '', network = ''] = process.argv;
const publisher = createPublisher({
  platforms: [loopbackPlatform(network)],
  outbox: postgresOutbox(database, { schema, connections: 4 }),
  vault: memoryVault(),
  pollSeconds: 0.2,
});
process.stdout.write('ready\n');
await publisher.run();
await publisher.close();
