import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { loopbackPlatform } from './loopback-platform.ts';

// Publishes from the outbox it is given until somebody kills it.
const [, , file = '', url = ''] = process.argv;
const publisher = createPublisher({
  platforms: [loopbackPlatform(url)],
  outbox: sqliteOutbox(file),
  vault: memoryVault(),
});
process.stdout.write('ready\n');
await publisher.run();
