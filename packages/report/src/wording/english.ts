import type { Aggregation, Status } from '@affiche/kpi';
import type { Formats } from '../formats.ts';
import type { Standing } from '../standing.ts';
import { englishPlan } from './english-plan.ts';
import { englishResults } from './english-results.ts';

const posts = (count: number, formats: Formats) =>
  count === 1 ? '1 post' : `${formats.count(count)} posts`;

/** Every word of a report in English; other languages have the same shape. */
export const english = {
  eyebrow: 'Social media report',
  asOf: (date: string) => `Figures as of ${date}`,
  skip: 'Skip to the report',
  contents: 'Contents',
  preparedBy: (agency: string) => `Prepared by ${agency}`,
  dataBehind: 'The numbers behind this',
  noPillar: 'No pillar',
  unknown: 'unknown',
  networks: (count: string) => `${count} networks`,
  posts,
  verdicts: {
    reached: 'Reached',
    'on-track': 'On track',
    behind: 'Behind',
    missed: 'Not reached',
    'too-early': 'Too early to say',
    unknown: 'Not measured',
  } satisfies Record<Standing, string>,
  statuses: {
    ok: 'known',
    'zero-denominator': 'undefined: nothing to divide by',
    'missing-input': 'not measured',
    'mixed-definitions': 'counted in different ways',
    'low-base': 'too few cases',
  } satisfies Record<Status, string>,
  severities: { error: 'To mend', warning: 'To check', info: 'To know' },
  keyFigures: 'Key figures',
  tiles: {
    objectives: 'objectives reached or on track',
    of: (part: string, whole: string) => `${part} of ${whole}`,
    posts: (count: number, networks: string) => `${count === 1 ? 'post' : 'posts'} on ${networks}`,
    engagements: 'reactions, replies and shares',
    budget: 'budget',
    roi: 'return on what was spent',
  },
  summary: {
    title: 'In short',
    plan: (count: number, networks: string, weeks: number, formats: Formats) =>
      `The plan: ${posts(count, formats)} on ${networks} in ${weeks === 1 ? 'one week' : `${weeks} weeks`}.`,
    noPlan: 'No post is planned in this period yet.',
    standings: {
      reached: 'reached',
      'on-track': 'on track',
      behind: 'behind',
      missed: 'not reached',
      'too-early': 'too early to judge',
      unknown: 'not measured',
    } satisfies Record<Standing, string>,
    objectives: (
      counts: readonly (readonly [count: number, standing: string])[],
      total: number,
      formats: Formats,
    ) => {
      const [[, standing] = [0, '']] = counts;
      if (total === 1) return `The one objective is ${standing}.`;
      if (counts.length === 1) return `All ${total} objectives are ${standing}.`;
      const parts = counts.map(([count, standing]) => `${count} ${standing}`);
      return `Of ${total} objectives: ${formats.list(parts)}.`;
    },
    named: (standing: string, names: string) => `${standing}: ${names}.`,
    money: (returned: string, range: string) =>
      `The return on what was spent is ${returned}. ${range}`,
    best: (slot: string) =>
      `As far as the past can tell, the best hour to post is ${slot} against the usual hours.`,
    noBest: 'The past does not single out any hour as better than the others.',
    noPast: 'No post has been read yet that could say which hour is best.',
    findings: (errors: number, warnings: number) =>
      `The checks found ${[errors > 0 && `${errors} ${errors === 1 ? 'thing' : 'things'} to mend`, warnings > 0 && `${warnings} ${errors > 0 ? '' : warnings === 1 ? 'thing ' : 'things '}to look at`].filter((part) => part !== false).join(' and ')}.`,
    clean: 'The checks found nothing to mend.',
  },
  method: {
    title: 'How this was made',
    lead: 'Numbers mean what is written here, and nothing more.',
    unknownTerm: 'Unknown is not zero',
    unknown:
      'A figure that a network did not give is shown as a dash. It is never counted as zero.',
    ratioTerm: 'Rates',
    ratio:
      'A rate over several posts is the sum of what was counted over the sum of what it is measured against, never the mean of each post\u2019s own rate.',
    paceTerm: 'Pace',
    pace: 'The value on the straight line from the start to the target, on the day of the report.',
    timingTerm: 'When to post',
    timing:
      'Each hour\u2019s estimate is pulled toward its neighbours and toward the average, the more so the fewer posts it rests on. Ranges hold the truth nine times in ten if the future resembles the past.',
    causeTerm: 'What caused what',
    cause:
      'Nothing here was a controlled experiment. Credit given to posts and channels describes what went together, not what would have happened without them.',
    scopeTerm: 'Organic and paid',
    scope: 'Organic and paid figures are never added together.',
    kpiTerm: 'Definitions used',
    aggregations: {
      sum: 'Added up over posts and days.',
      last: 'The latest reading of each account.',
      deduplicated: 'People counted once, by the network; never added up.',
      'ratio-of-sums': 'Sums first, then the division.',
      'mean-of-ratios': 'The mean of each post\u2019s own ratio.',
      quantile: 'From the single values; medians are never averaged.',
      change: 'The last reading less the first.',
    } satisfies Record<Aggregation, string>,
    columns: {
      kpi: 'KPI',
      version: 'Version',
      name: 'Name',
      formula: 'Formula',
      unit: 'Unit',
      aggregation: 'Aggregation',
    },
    zoneTerm: 'Time',
    zone: (zone: string) => `Hours are those of clocks in ${zone}; weeks begin on Monday.`,
  },
  // English is what KPIs and caveats are written in.
  kpis: {
    names: {} as Readonly<Record<string, string>>,
    caveats: {} as Readonly<Record<string, string>>,
  },
  ...englishPlan,
  ...englishResults,
};

/** The words of a report, in some language. */
export type Wording = typeof english;
