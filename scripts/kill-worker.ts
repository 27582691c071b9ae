import { systemClock, seededRandom } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, fileVault, sqliteOutbox } from '@affiche/publish';
import { postgresOutbox } from '@affiche/publish/postgres';

// Publishes from the outbox it is given until somebody kills it, or its database goes away.
const [, , outbox = '', vault = '', seed = ''] = process.argv;
const clock = systemClock();
const random = seededRandom(seed);
const publisher = createPublisher({
  platforms: [bluesky(), mastodon()],
  outbox: outbox.startsWith('postgresql:') ? postgresOutbox(outbox) : sqliteOutbox(outbox),
  vault: fileVault(vault, { key: 'only for this drill' }),
  // Every request takes its time on both ways, so that many are under way when the end comes.
  fetch: async (input, init) => {
    await clock.sleep(random() * 0.04);
    const response = await fetch(input, init);
    await clock.sleep(random() * 0.04);
    return response;
  },
  pollSeconds: 0.2,
});
process.stdout.write('ready\n');
await publisher.run({ until: '2100-01-01T00:00:00Z' });
