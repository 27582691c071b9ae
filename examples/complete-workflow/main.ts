import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError, type Finding, hasErrors, instant, type Reading } from '@affiche/core';
import { scorecard } from '@affiche/kpi';
import { roi } from '@affiche/kpi/roi';
import { bluesky } from '@affiche/platforms/bluesky';
import { mastodon } from '@affiche/platforms/mastodon';
import { createPublisher, sqliteOutbox } from '@affiche/publish';
import { renderReport } from '@affiche/report';
import { fitPostingTimes, planCalendar } from '@affiche/schedule';
import { toICalendar } from '@affiche/schedule/interchange';
import { defineStrategy, reviewStrategy } from '@affiche/strategy';
import { readBooks } from './books.ts';
import { readYaml } from './files.ts';
import { readHistory } from './history.ts';
import { readIdeas } from './ideas.ts';
import { measure, weekEnds } from './measuring.ts';
import { liveNetworks, sandboxNetworks } from './networks.ts';
import { explainFailure, progressBar, say, sayFindings } from './terminal.ts';

// From a strategy to the proof of return: npm start, or with --live on real accounts.
const here = import.meta.dirname;
const { values: options } = parseArgs({
  options: {
    strategy: { type: 'string', default: `${here}/strategy.yaml` },
    ideas: { type: 'string', default: `${here}/ideas.csv` },
    images: { type: 'string', default: `${here}/images` },
    output: { type: 'string', default: `${here}/output` },
    seed: { type: 'string', default: 'aubepine' },
    live: { type: 'boolean', default: false },
  },
});

const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());

try {
  await main(interruption.signal);
} catch (error) {
  explainFailure(error);
  process.exitCode = 1;
}

async function main(signal: AbortSignal): Promise<void> {
  // Who we talk to, and why.
  const strategy = defineStrategy(await readYaml(options.strategy));
  const today = '2026-12-28';
  const review = reviewStrategy(strategy, { today });
  say(`${strategy.client.name}: ${strategy.objectives.length} objectives, reviewed.`);
  stopOnErrors(review);

  // When: what the past says about hours, and a calendar that keeps every rule.
  const { zone, period } = strategy;
  const history = await readHistory(`${here}/history.csv`);
  const now = `${today}T09:00:00+01:00`;
  const timing = fitPostingTimes(history, { zone, objective: 'engagement', now });
  const { ideas, findings } = await readIdeas(options.ideas, options.images, zone);
  stopOnErrors(findings);
  const calendar = planCalendar({ strategy, ideas, timing, ...period });
  say(
    `${ideas.length} ideas, ${calendar.publications.length} posts placed from ${period.from} to ${period.to}.`,
  );
  stopOnErrors(calendar.findings);

  // Where: two networks, on loopback unless told otherwise.
  const state = `${options.output}/state`;
  const finished = `${state}/finished`;
  if (await exists(finished)) await rm(state, { recursive: true });
  await mkdir(state, { recursive: true });
  const accounts = strategy.channels.map(({ account }) => account);
  await using networks = options.live
    ? liveNetworks(accounts, process.env)
    : await sandboxNetworks({
        accounts,
        folder: state,
        seed: options.seed,
        start: instant(Date.parse(now)),
        password: process.env['SANDBOX_PASSWORD'],
      });
  const { clock, fetch, vault } = networks;
  await using publisher = createPublisher({
    platforms: [bluesky(), mastodon()],
    outbox: sqliteOutbox(`${state}/outbox.db`),
    vault,
    clock,
    fetch,
  });

  // Publish: approve exactly this plan, then every post exactly once, whatever crashes.
  const plan = await publisher.plan(calendar);
  stopOnErrors([...plan.findings, ...plan.changes.flatMap((change) => change.findings)]);
  const { create, keep } = await publisher.apply(plan, { approvedBy: 'Karim Benali' });
  say(
    keep > 0
      ? `Going on where a former run stopped: ${keep} posts known.`
      : `${create} posts approved.`,
  );
  const bar = progressBar(calendar.publications.length);
  const readings: Reading[] = [];
  for (const until of weekEnds(calendar, zone)) {
    await publisher.run({ until, signal, onProgress: (progress) => bar.show(progress) });
    if (signal.aborted) return say('Stopped. Start again to go on from here.');
    const file = `${state}/readings-${until.slice(0, 10)}.json`;
    readings.push(...(await measure(publisher, calendar.start, file)));
  }
  bar.done();
  const { counts } = await publisher.status();
  say(`${counts.published} of ${calendar.publications.length} posts are out.`);

  // Was it worth it?
  const results = scorecard(strategy, readings, { asOf: instant(clock.now()) });
  const books = await readBooks(`${here}/books.csv`, strategy.currency);
  const returns = roi(books.costs, books.revenue);
  const report = renderReport({
    strategy,
    calendar,
    timing,
    readings,
    scorecard: results,
    roi: returns,
    findings: review,
  });
  await writeFile(`${options.output}/report.html`, report);
  await writeFile(`${options.output}/calendar.ics`, toICalendar(calendar));
  await writeFile(finished, '');
  for (const { name, actual, target, verdict } of results.rows)
    say(`  ${name}: ${actual ?? '?'} of ${target}, ${verdict}`);
  say(`Return on investment: ${returns.roi.value?.toFixed(2) ?? 'unknown'}`);
  say(`Wrote report.html and calendar.ics to ${relative('.', options.output) || '.'}`);
}

function stopOnErrors(findings: readonly Finding[]): void {
  sayFindings(findings);
  if (hasErrors(findings)) {
    throw new ConfigurationError('findings', {
      message: 'Nothing was published',
      hint: 'Mend the errors above and start again.',
    });
  }
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
