import { accountKey, Publication, simulatedClock } from '@affiche/core';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { platformConformance } from '@affiche/publish/conformance';
import { startBoard } from './board-server.ts';
import { noticeboard } from './noticeboard.ts';

// A network of one's own: proven first, then published to.

const account = { platform: 'noticeboard', id: 'town-hall' };
const credentials = { token: 'only for this example' };
const start = '2027-01-04T08:00:00Z';

await prove();
await publish();

/** Lets processes die and answers get lost at every step, and counts the notices. */
async function prove(): Promise<void> {
  await using board = await startBoard(credentials);
  const cases = platformConformance(noticeboard(board), {
    account,
    credentials,
    clock: simulatedClock({ start, automatic: true }),
    texts: async () => board.notices().map(({ text }) => text),
  });
  let broken = 0;
  for (const { name, run } of cases) {
    try {
      await run();
    } catch (error) {
      broken += 1;
      console.log(`Broken: ${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  console.log(`${broken === 0 ? 'All' : cases.length - broken} promises kept, such as:`);
  for (const { name } of cases.slice(0, 3)) console.log(`  ${name}`);
}

async function publish(): Promise<void> {
  await using board = await startBoard(credentials);
  await using publisher = createPublisher({
    platforms: [noticeboard(board)],
    outbox: sqliteOutbox(':memory:'),
    vault: memoryVault({ [accountKey(account)]: credentials }),
    clock: simulatedClock({ start, automatic: true }),
  });
  const market = Publication.parse({
    id: 'market',
    account,
    at: { date: '2027-01-05', time: '07:30', zone: 'Europe/Paris' },
    draft: {
      id: 'market',
      items: [
        { text: 'The market is on Saturday, on the square.' },
        { text: 'Stalls may be set up from six in the morning.', role: 'reply' },
      ],
    },
  });
  await publisher.apply(await publisher.plan([market]), { approvedBy: 'the mayor' });
  await publisher.run();
  console.log('\nOn the board:');
  for (const { text, answers } of board.notices()) console.log(`  ${answers ? '↳ ' : ''}${text}`);
  const story = await publisher.explain('market');
  // The port is another one every time.
  console.log(`\n${story.replaceAll(board.url, 'https://village.example')}`);
}
