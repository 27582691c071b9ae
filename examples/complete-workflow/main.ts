import { writeFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigurationError, resolveWallTime, seededRandom, WallTime } from '@affiche/core';
import { scorecard, type ScorecardRow } from '@affiche/kpi';
import { roi } from '@affiche/kpi/roi';
import { previewCalendar, renderReport } from '@affiche/report';
import { fitPostingTimes, planCalendar } from '@affiche/schedule';
import { toICalendar } from '@affiche/schedule/interchange';
import { defineStrategy, reviewStrategy } from '@affiche/strategy';
import { readBooks } from './books.ts';
import { readYaml } from './files.ts';
import { readHistory } from './history.ts';
import { readIdeas } from './ideas.ts';
import { finishedMark, openState, platforms, publish } from './publishing.ts';
import { explainFailure, say, stopOnErrors } from './terminal.ts';

// From a strategy to the proof of return: npm start, or with --live on real accounts.
const here = import.meta.dirname;
// The day on which the quarter is planned.
const today = '2026-12-28';
const interruption = new AbortController();
process.once('SIGINT', () => interruption.abort());

try {
  await main(readOptions(), interruption.signal);
} catch (error) {
  explainFailure(error);
  process.exitCode = 1;
}

async function main(options: ReturnType<typeof readOptions>, signal: AbortSignal): Promise<void> {
  // Who we talk to, and why.
  const strategy = defineStrategy(await readYaml(options.strategy));
  const review = reviewStrategy(strategy, { today });
  say(`${strategy.client.name}: ${strategy.objectives.length} objectives, reviewed.`);
  stopOnErrors(review);

  // When: what the past says about hours, and a calendar that keeps every rule.
  const { zone, period } = strategy;
  const history = await readHistory(`${here}/history.csv`);
  const now = resolveWallTime(WallTime.parse({ date: today, time: '09:00', zone }));
  const timing = fitPostingTimes(history, { zone, objective: 'engagement', now });
  const { ideas, findings } = await readIdeas(options.ideas, options.images, zone);
  stopOnErrors(findings);
  const random = seededRandom('calendar');
  const calendar = planCalendar({ strategy, ideas, timing, random, ...period });
  const posts = calendar.publications.length;
  say(`${ideas.length} ideas, ${posts} posts placed from ${period.from} to ${period.to}.`);
  stopOnErrors(calendar.findings);
  if (posts === 0) throw nothingToSay(options.ideas);

  // Out: every post exactly once, whatever crashes.
  const { images, seed, live } = options;
  const state = await openState(options.output, live);
  const published = await publish(strategy, calendar, { state, images, now, seed, live, signal });
  if (!published) return;
  const { readings, asOf } = published;

  // Was it worth it?
  const results = scorecard(strategy, readings, { asOf });
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
    previews: previewCalendar(calendar, platforms),
  });
  await writeFile(`${options.output}/report.html`, report);
  await writeFile(`${options.output}/calendar.ics`, toICalendar(calendar));
  await writeFile(finishedMark(state), '');
  for (const row of results.rows) say(`  ${describe(row)}`);
  say(`Return on investment: ${percent(returns.roi.value)}`);
  say(`Wrote report.html and calendar.ics to ${relative('.', options.output) || '.'}`);
}

function readOptions() {
  return parseArgs({
    options: {
      strategy: { type: 'string', default: `${here}/strategy.yaml` },
      ideas: { type: 'string', default: `${here}/ideas.csv` },
      images: { type: 'string', default: `${here}/images` },
      output: { type: 'string', default: `${here}/output` },
      seed: { type: 'string', default: 'aubepine' },
      live: { type: 'boolean', default: false },
    },
  }).values;
}

function describe({ name, actual, target, unit, verdict }: ScorecardRow): string {
  const value = (figure: number | null) => (unit === 'count' ? (figure ?? '?') : percent(figure));
  return `${name}: ${value(actual)} of ${value(target)}, ${verdict}`;
}

function nothingToSay(file: string): ConfigurationError {
  return new ConfigurationError('no-posts', {
    message: `The file ${file} has no idea that found a place`,
    hint: 'Add ideas, or give the channels more room.',
  });
}

function percent(share: number | null): string {
  return share === null ? 'unknown' : `${(share * 100).toFixed(1)} %`;
}
