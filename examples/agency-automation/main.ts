import { rm } from 'node:fs/promises';
import { memoryVault } from '@affiche/publish';
import { sandboxWorld } from '@affiche/sandbox';
import { openAgency } from './agency.ts';
import { readClients } from './clients.ts';
import { workWeek } from './week.ts';

// Three clients, one outbox, one command a week. Here two weeks pass, on networks of this machine. The
// agency is opened anew for each, as it would be by a timer: what the second week knows is in files.

const clients = `${import.meta.dirname}/clients`;
const folder = `${import.meta.dirname}/output`;
await rm(folder, { recursive: true, force: true });

const accounts = (await readClients(clients)).flatMap(({ strategy }) =>
  strategy.channels.map(({ account }) => account),
);
await using world = await sandboxWorld({ accounts, start: '2027-01-01T15:00:00Z', followers: 300 });
const { clock, fetch, residents } = world;
const credentials = [...residents].map(([key, resident]) => [key, resident.credentials] as const);
const vault = memoryVault(Object.fromEntries(credentials));

for (const monday of ['2027-01-04', '2027-01-11']) {
  await using agency = await openAgency(clients, folder, { clock, fetch, vault });
  await workWeek(agency, monday);
}

await using agency = await openAgency(clients, folder, { clock, fetch, vault });
const { counts, pauses } = await agency.publisher.status();
console.log(`\n${counts.published} posts out, each exactly once; ${counts.planned} held back:`);
for (const { scope, by, reason } of pauses) console.log(`  ${scope}, by ${by}: ${reason}`);
