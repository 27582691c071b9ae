import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { accountKey, type Publication, simulatedClock, wallTimeAt } from '@affiche/core';
import { adapt } from '@affiche/platforms/adapt';
import { createPublisher, memoryVault, sqliteOutbox } from '@affiche/publish';
import { readDraft } from './draft.ts';
import { type Channel, openChannels } from './networks.ts';
import { renderPreviews } from './page.ts';

// One draft for every network: what each makes of it, and then the posts themselves, on this machine.

const zone = 'Europe/Paris';
const start = '2027-01-04T08:00:00Z';
const end = '2027-01-05T08:00:00Z';

const clock = simulatedClock({ start, automatic: true });
const draft = await readDraft();
const channels = await openChannels(clock);
const publications = channels.map(propose);
await writePage();
await publish();
for (const { server } of channels) await server.close();

/** Says what a network finds, and proposes a version that fits it. */
function propose({ platform, account, options, media }: Channel): Publication {
  const items = draft.items.map((item) => ({ ...item, media: [...(media ?? item.media)] }));
  const given = { ...draft, items };
  const asWritten = adapt(given, platform, { account, options, strategies: [] });
  const proposal = adapt(given, platform, { account, options });
  say(platform.manifest.name);
  for (const { severity, message } of asWritten.findings) say(`  ${severity}: ${message}`);
  for (const { strategy, message } of proposal.changes) say(`  ${strategy}: ${message}`);
  const left = proposal.findings.filter(({ severity }) => severity === 'error');
  const parts = platform
    .preview({
      account,
      draft: proposal.draft,
      options: platform.options.parse(options),
      facts: platform.defaultFacts,
    })
    .items.map(({ length: { measured, limit } }) =>
      Number.isFinite(limit) ? `${measured}/${limit}` : `${measured}`,
    );
  say(`  ${left.length === 0 ? 'fits' : 'does not fit'}: ${parts.join(', ')}`);
  return {
    id: `galette-${platform.id}`,
    draft: proposal.draft,
    account,
    at: wallTimeAt(start, zone),
    options,
    priority: 'normal',
    misfire: { policy: 'fire-once' },
    threadFailure: 'stop',
    uncertain: 'park',
  };
}

async function writePage(): Promise<void> {
  const folder = fileURLToPath(new URL('output', import.meta.url));
  await mkdir(folder, { recursive: true });
  const platforms = channels.map(({ platform }) => platform);
  const calendar = { start, end, publications, unplaced: [], findings: [] };
  await writeFile(`${folder}/previews.html`, renderPreviews(calendar, platforms, zone));
  say('\nSide by side: examples/cross-post/output/previews.html\n');
}

async function publish(): Promise<void> {
  const publisher = createPublisher({
    platforms: channels.map(({ platform }) => platform),
    outbox: sqliteOutbox(':memory:'),
    vault: memoryVault(
      Object.fromEntries(
        channels.map(({ account, credentials }) => [accountKey(account), credentials]),
      ),
    ),
    clock,
  });
  try {
    const plan = await publisher.plan({ start, end, publications, unplaced: [], findings: [] });
    await publisher.apply(plan, { approvedBy: 'the baker' });
    await publisher.run({ until: end });
    const { counts } = await publisher.status();
    for (const { platform, account, server } of channels) {
      const posts = server.posts(account.id);
      say(
        `${platform.manifest.name}: ${posts.length} ${posts.length === 1 ? 'post' : 'posts'} out`,
      );
    }
    say(`${counts.published} of ${publications.length} published, each exactly once.`);
  } finally {
    await publisher.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
