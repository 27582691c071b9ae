import type { Calendar } from '@affiche/core';
import { reviewStrategy, Strategy } from '@affiche/strategy';
import { createProofreader } from '@affiche/strategy/proofread';
import { parseStrategy } from '@affiche/strategy/yaml';
import english from 'dictionary-en';
import french from 'dictionary-fr';
import { readFileSync } from 'node:fs';
import { plantErrors } from '../packages/strategy/test/proofread/plant-errors.ts';
import { type Claim, cpuMilliseconds } from './claim.ts';

const limitMilliseconds = 50;

/** A review of a plan of a thousand items, and proofreading on text that nobody tuned it on. */
export async function bench(): Promise<Claim[]> {
  return [await review(), ...proofreading()];
}

async function review(): Promise<Claim> {
  const strategy = largePlan();
  const calendar = largeCalendar(strategy);
  const ours = await cpuMilliseconds(
    () => reviewStrategy(strategy, { today: '2026-12-28', calendar }),
    { runs: 15 },
  );
  const peer = await cpuMilliseconds(() => Strategy.parse(strategy), { runs: 15 });
  return {
    claim: 'A plan of 1,000 items with 1,000 planned posts is reviewed by every rule',
    ours,
    peer,
    peerName: 'zod 4 (shape only, no calendar)',
    unit: 'ms',
    ratio: peer / ours,
    goal: `at most ${limitMilliseconds} ms`,
    met: ours <= limitMilliseconds,
  };
}

/** The first thing of a list, a hundred and twenty-five times, each under a name of its own. */
function many<Item extends object>(items: readonly Item[], key: keyof Item): Item[] {
  return items
    .slice(0, 1)
    .flatMap((item) =>
      Array.from({ length: 125 }, (_, index) => ({ ...item, [key]: `item-${index}` })),
    );
}

/** The bakery's strategy with a thousand things in its lists. */
function largePlan(): Strategy {
  const file = new URL('../examples/complete-workflow/strategy.yaml', import.meta.url);
  const bakery = parseStrategy(readFileSync(file, 'utf8'));
  return {
    ...bakery,
    audiences: many(bakery.audiences, 'id'),
    personas: many(bakery.personas, 'id'),
    objectives: many(bakery.objectives, 'id'),
    measurement: {
      ...bakery.measurement,
      measures: many(bakery.measurement.measures, 'objective'),
    },
    pillars: many(bakery.pillars, 'id'),
    campaigns: many(bakery.campaigns, 'id'),
    contests: many(bakery.contests, 'id'),
    budget: { ...bakery.budget, lines: many(bakery.budget.lines, 'id') },
  };
}

function largeCalendar({ channels, zone }: Strategy): Calendar {
  const start = Date.UTC(2027, 0, 4);
  const publications = Array.from({ length: 1000 }, (_, index) => ({
    id: `post-${index}`,
    draft: {
      id: `draft-${index}`,
      pillar: `item-${index % 125}`,
      items: [{ text: 'Du pain.', media: [], role: 'post' as const }],
    },
    account: channels[index % channels.length]!.account,
    at: {
      date: new Date(start + Math.floor(index / 12) * 86_400_000).toISOString().slice(0, 10),
      time: `${String(8 + (index % 12)).padStart(2, '0')}:30`,
      zone,
      disambiguation: 'compatible' as const,
    },
    options: {},
    priority: 'normal' as const,
    misfire: { policy: 'fire-once' as const },
    threadFailure: 'stop' as const,
    uncertain: 'park' as const,
  }));
  return {
    start: '2027-01-04T00:00:00+01:00',
    end: '2027-03-28T23:59:59+02:00',
    publications,
    unplaced: [],
    findings: [],
  };
}

function proofreading(): Claim[] {
  return (
    [
      ['fr', 'French', french],
      ['en', 'English', english],
    ] as const
  ).flatMap(([language, name, dictionary]) => {
    const file = new URL(
      `../packages/strategy/test/proofread/clean-${language}.txt`,
      import.meta.url,
    );
    const clean = readFileSync(file, 'utf8');
    const reader = createProofreader({ language, dictionary });
    const planted = plantErrors(clean, language, 200);
    const found = planted.filter(({ text, start, end }) =>
      reader
        .proofread(text, { suggestions: 0 })
        .some(({ at }) => at.start <= end && at.end >= start),
    ).length;
    const spelled = planted.filter(({ text, start, end }) =>
      reader
        .proofread(text, { suggestions: 0 })
        .some(({ at, rule }) => rule.includes('/spelling/') && at.start <= end && at.end >= start),
    ).length;
    const words = clean.match(/\p{L}+/gu)?.length ?? 0;
    const alarms = (100 * reader.proofread(clean, { suggestions: 0 }).length) / words;
    return [
      {
        claim: `Of 200 slips planted in ${name} text, so many percent are found`,
        ours: found / 2,
        peer: spelled / 2,
        peerName: 'the dictionary alone',
        unit: '%',
        ratio: found / spelled,
        goal: 'at least 95 %',
        met: found / 2 >= 95,
      },
      {
        claim: `Of 100 clean ${name} words, so many are flagged`,
        ours: alarms,
        peer: 2,
        peerName: 'the most we allow',
        unit: '%',
        ratio: 2 / Math.max(alarms, 0.01),
        goal: 'at most 2 %',
        met: alarms <= 2,
      },
    ];
  });
}
