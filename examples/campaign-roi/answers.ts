import { formatMoney, seededRandom } from '@affiche/core';
import { type EvaluatedGroup, evaluate } from '@affiche/kpi';
import {
  type Attribution,
  attribute,
  bootstrapCredit,
  journeysFromPaths,
  lastTouch,
  linear,
  markov,
} from '@affiche/kpi/attribution';
import { allocateBudget, incrementality, ledger, roi } from '@affiche/kpi/roi';
import type { Campaign } from './files.ts';

/** A client's question, what the numbers say in one sentence, and the numbers. */
export interface Answer {
  readonly question: string;
  readonly verdict: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether the last row adds the others up. */
  readonly sum?: boolean;
  readonly notes: readonly string[];
}

// What is left of a sale after flour, butter and the till.
const marginRate = 0.62;
const names: Readonly<Record<string, string>> = {
  instagram: 'Instagram',
  linkedin: 'LinkedIn',
  mastodon: 'Mastodon',
  newsletter: 'Newsletter',
  website: 'The website itself',
};
const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const nameOf = (id: unknown) => names[String(id)] ?? String(id);
const minus = (text: string) => text.replace('-', '−');
const count = (value: number | null | undefined) =>
  value === null || value === undefined
    ? 'not measured'
    : minus(Math.round(value).toLocaleString('en'));
const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? 'unknown' : minus(`${(share * 100).toFixed(1)} %`);
const euros = (minor: number) => minus(formatMoney({ minor: Math.round(minor), currency: 'EUR' }));

// An estimate to the cent would claim what nobody knows.
const about = (minor: number) =>
  minus(
    Math.round(minor / 100).toLocaleString('en', {
      style: 'currency',
      currency: 'EUR',
      maximumFractionDigits: 0,
    }),
  );

/** Answers the five questions that every client asks. */
export function answer(campaign: Campaign): Answer[] {
  return [
    whatItBrought(campaign),
    whatItCost(campaign),
    whoEarnedIt(campaign),
    howSure(campaign),
    whereNext(campaign),
  ];
}

function whatItBrought({ posts }: Campaign): Answer {
  const kpis = ['impressions', 'engagements', 'er_by_impressions', 'link_clicks'];
  const row = (name: string, { rows, values }: EvaluatedGroup) => {
    const [impressions, engagements, rate, clicks] = kpis.map((kpi) => values[kpi]?.value);
    return [
      name,
      count(rows),
      count(impressions),
      count(engagements),
      percent(rate),
      count(clicks),
    ];
  };
  const { groups } = evaluate(kpis, posts, { by: ['network'] });
  const [all] = evaluate(kpis, posts).groups;
  const total = all ? [row('In all', all)] : [];
  const [, published, , engagements, , clicks] = total[0] ?? [];
  return {
    question: 'What did it bring?',
    verdict: `${published} posts brought ${engagements} engagements and ${clicks} clicks to the shop.`,
    head: ['Network', 'Posts', 'Impressions', 'Engagements', 'Of impressions', 'Link clicks'],
    rows: [...groups.map((group) => row(nameOf(group.group['network']), group)), ...total],
    sum: true,
    notes: [
      'Engagements are reactions, comments and shares. Networks count impressions in ways of their own: compare a network with itself.',
    ],
  };
}

function whatItCost({ costs, rates }: Campaign): Answer {
  const { byKind, totals } = ledger(costs, { currency: 'EUR', rates });
  const full = totals.full.minor;
  const row = (name: string, minor: number) => [name, euros(minor), percent(minor / full)];
  const kinds = Object.entries(byKind).toSorted((a, b) => b[1].minor - a[1].minor);
  return {
    question: 'What did it cost?',
    verdict: `${euros(full)}, of which ${euros(totals.media.minor)} went to the networks.`,
    head: ['Kind', 'Amount', 'Share'],
    rows: [...kinds.map(([kind, amount]) => row(capital(kind), amount.minor)), row('In all', full)],
    sum: true,
    notes: [
      `Media and its taxes, which most people call the cost, are ${percent(totals.media.minor / full)} of it. Dollars are converted at the rate of their day.`,
    ],
  };
}

function whoEarnedIt({ paths }: Campaign): Answer {
  const journeys = journeysFromPaths(paths);
  const last = attribute(journeys, lastTouch());
  const credits = bootstrapCredit(journeys, markov(), { random: seededRandom('october') });
  const first = credits.find(({ channel }) => !own.has(channel));
  return {
    question: 'Which network earned it?',
    verdict: first
      ? `${nameOf(first.channel)} helped most: it has a part in ${count(first.conversions)} sales, where the last click alone would give it ${count(creditOf(last, first.channel))}.`
      : 'No network had a part in a sale.',
    head: ['Channel', 'Sales', 'At least', 'At most', 'By last click'],
    rows: credits.map(({ channel, conversions, low, high }) => [
      nameOf(channel),
      ...[conversions, low, high, creditOf(last, channel)].map(count),
    ]),
    notes: [
      'Credit by what would be missing without the channel (removal effect). It says who was there. Who caused the sale, only the test below can say.',
    ],
  };
}

// Channels that are the bakery's own.
const own: ReadonlySet<string> = new Set(['website', 'newsletter']);

function creditOf({ channels }: Attribution, channel: string): number {
  return channels.find((each) => each.channel === channel)?.conversions ?? 0;
}

function howSure({ treated, control, costs, rates, paths }: Campaign): Answer {
  const book = ledger(costs, { currency: 'EUR', rates });
  const spend = book.totals.full.minor;
  const { incremental, lift, iroas, caveats } = incrementality({ treated, control, spend });
  const [revenue, low, high] = [iroas.value, iroas.interval?.low, iroas.interval?.high].map(
    (times) => Math.round((times ?? 0) * spend),
  ) as [number, number, number];
  const back = roi(book, [
    {
      id: 'experiment',
      amount: amount(revenue),
      low: amount(low),
      high: amount(high),
      marginRate,
      counted: 'incremental',
      model: 'holdout of October',
    },
  ]).roi;
  const credited = attribute(journeysFromPaths(paths), linear())
    .channels.filter(({ channel }) => !own.has(channel))
    .reduce((sum, { value }) => sum + value * 100, 0);
  const money = [revenue, low, high];
  return {
    question: 'Was it worth it, and how sure are we?',
    verdict: verdictOn(back, about(revenue * marginRate), euros(spend)),
    head: ['Caused by the campaign', 'Most likely', 'At least', 'At most'],
    rows: [
      row('Sales', count, ...ends(incremental)),
      row('More than without it (lift)', percent, ...ends(lift)),
      row('Revenue', about, ...money),
      row(`Margin, ${percent(marginRate)} of it`, about, ...money.map((each) => each * marginRate)),
      row('Margin less all costs', about, ...money.map((each) => each * marginRate - spend)),
      row('Return on all costs (ROI)', percent, ...ends(back)),
    ],
    notes: [
      `From ${count(treated.units)} people in regions that saw the campaign and ${count(control.units)} in regions that were kept from it. What they buy after October is not in it.`,
      `Revenue credited to the networks is ${(credited / book.totals.media.minor).toFixed(1)} times the media. That is return on ad spend: it leaves out the work, the goods and the sales that would have come anyway.`,
      ...caveats.map(({ message }) => message),
    ],
  };
}

const amount = (minor: number) => ({ minor, currency: 'EUR' });
const ends = ({ value, interval }: KpiLike) => [value ?? undefined, interval?.low, interval?.high];
const row = (name: string, show: (value: number) => string, ...figures: (number | undefined)[]) => [
  name,
  ...figures.map((each) => (each === undefined ? 'unknown' : show(each))),
];

type KpiLike = Pick<ReturnType<typeof roi>['roi'], 'value' | 'interval'>;

function verdictOn({ interval }: KpiLike, margin: string, cost: string): string {
  const figures = `it left about ${margin} of margin and cost ${cost}`;
  if (!interval) return `Nobody can say yet: ${figures}.`;
  if (interval.high < 0)
    return `Not yet: ${figures}. Even at the best end of the range it lost money.`;
  return interval.low > 0
    ? `Yes: ${figures}. Even at the worst end of the range it paid.`
    : `Not sure: ${figures}, and the range holds gain and loss.`;
}

function whereNext({ curves }: Campaign): Answer {
  const now = allocateBudget(curves, 1500);
  const then = allocateBudget(curves, 2500);
  const rows = then.lines.map(({ id, spend, marginal }, index) => {
    const before = now.lines[index]?.spend ?? 0;
    return [
      nameOf(id),
      about(before * 100),
      about(spend * 100),
      about((spend - before) * 100),
      euros(marginal * marginRate * 100),
    ];
  });
  const gain = (then.brings - now.brings) * 100;
  const more = then.lines.map(({ spend }, index) => spend - (now.lines[index]?.spend ?? 0));
  const most = rows[more.indexOf(Math.max(...more))];
  return {
    question: 'Where should the next 1,000 € go?',
    verdict: `Mostly to ${most?.[0]}: the best split would add ${about(gain)} of sales, ${about(gain * marginRate)} of margin, if the curves hold.`,
    head: ['Channel', 'Of 1,500 €', 'Of 2,500 €', 'More', 'Margin of the next euro'],
    rows,
    notes: [
      'The last column is the same everywhere: where it is not, money should move.',
      'Only spending on the channels is added. Hours and pictures are paid already, so a campaign that lost in all can still be worth more media; repeat the test before the year’s budget hangs on it.',
    ],
  };
}
