import { mkdir, rm } from 'node:fs/promises';
import { accountKey } from '@affiche/core';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { sandboxWorld } from '@affiche/sandbox';
import { readClients } from './clients.ts';
import { workWeek } from './week.ts';

// Three clients, one outbox, one command a week. Here two weeks pass, on networks of this machine.

const here = import.meta.dirname;
const output = `${here}/output`;
await rm(output, { recursive: true, force: true });
await mkdir(output, { recursive: true });

const start = '2027-01-01T15:00:00Z';
const clients = await readClients(`${here}/clients`);
const accounts = clients.flatMap(({ strategy }) => strategy.channels.map(({ account }) => account));
await using world = await sandboxWorld({
  accounts,
  start,
  followers: 300,
});
const platforms = [bluesky(), mastodon()];
await using publisher = createPublisher({
  platforms,
  outbox: sqliteOutbox(`${output}/agency.db`),
  vault: memoryVault(
    Object.fromEntries(
      accounts.map((account) => {
        const key = accountKey(account);
        return [key, world.residents.get(key)?.credentials ?? {}];
      }),
    ),
  ),
  clock: world.clock,
  fetch: world.fetch,
});
const agency = {
  clients,
  calendars: new Map(),
  publisher,
  platforms,
  clock: world.clock,
  start,
  output,
};
for (const monday of ['2027-01-04', '2027-01-11']) await workWeek(agency, monday);

const { counts, pauses } = await publisher.status();
console.log(`\n${counts.published} posts out, each exactly once; ${counts.planned} held back:`);
for (const { scope, by, reason } of pauses) console.log(`  ${scope}, by ${by}: ${reason}`);
