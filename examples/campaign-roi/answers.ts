import { formatMoney, seededRandom } from '@affiche/core';
import { evaluate } from '@affiche/kpi';
import {
  attribute,
  bootstrapCredit,
  journeysFromPaths,
  lastTouch,
  linear,
  markov,
} from '@affiche/kpi/attribution';
import { allocateBudget, incrementality, ledger, roi } from '@affiche/kpi/roi';
import type { Campaign } from './files.ts';

/** A client's question, and what the numbers say. */
export interface Answer {
  readonly question: string;
  readonly lines: readonly string[];
}

// What is left of a sale after flour, butter and the till.
const marginRate = 0.62;
const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? 'unknown' : `${(share * 100).toFixed(1)} %`;
const euros = (minor: number) => formatMoney({ minor: Math.round(minor), currency: 'EUR' });

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
  const kpis = ['engagements', 'er_by_impressions', 'link_clicks'];
  const { groups } = evaluate(kpis, posts, { by: ['network'] });
  const lines = groups.map(({ group, rows, values }) => {
    const [engagements, rate, clicks] = kpis.map((kpi) => values[kpi]?.value);
    return `${group['network']}: ${rows} posts, ${engagements} engagements (${percent(rate)} of impressions), ${clicks} link clicks`;
  });
  return { question: 'What did it bring?', lines };
}

function whatItCost(campaign: Campaign): Answer {
  const { byKind, totals } = ledger(campaign.costs, { currency: 'EUR', rates: campaign.rates });
  const kinds = Object.entries(byKind).toSorted((a, b) => b[1].minor - a[1].minor);
  return {
    question: 'What did it cost?',
    lines: [
      ...kinds.map(([kind, amount]) => `${kind}: ${formatMoney(amount)}`),
      `In all ${formatMoney(totals.full)}; media, which most people call the cost, is ${percent(totals.media.minor / totals.full.minor)} of it.`,
    ],
  };
}

function whoEarnedIt({ paths }: Campaign): Answer {
  const journeys = journeysFromPaths(paths);
  const last = attribute(journeys, lastTouch());
  const lines = bootstrapCredit(journeys, markov(), { random: seededRandom('october') }).map(
    ({ channel, conversions, low, high }) => {
      const other = last.channels.find((each) => each.channel === channel);
      return `${channel}: ${conversions.toFixed(0)} sales (${low.toFixed(0)} to ${high.toFixed(0)}); by last touch ${other?.conversions ?? 0}`;
    },
  );
  return {
    question: 'Which network earned it?',
    lines: [
      ...lines,
      'Credit says who was there. Who caused the sale, only the test below can say.',
    ],
  };
}

function howSure({ treated, control, costs, rates, paths }: Campaign): Answer {
  const book = ledger(costs, { currency: 'EUR', rates });
  const spend = book.totals.full.minor;
  const { incremental, lift, iroas, caveats } = incrementality({ treated, control, spend });
  const sale = (value: number | undefined) =>
    euros(((value ?? 0) * (treated.revenue ?? 0)) / treated.conversions);
  const back = roi(book, [
    {
      id: 'experiment',
      amount: { minor: Math.round((iroas.value ?? 0) * spend), currency: 'EUR' },
      low: { minor: Math.round((iroas.interval?.low ?? 0) * spend), currency: 'EUR' },
      high: { minor: Math.round((iroas.interval?.high ?? 0) * spend), currency: 'EUR' },
      marginRate,
      counted: 'incremental',
      model: 'holdout of October',
    },
  ]).roi;
  const networks = attribute(journeysFromPaths(paths), linear()).channels.filter(
    ({ channel }) => channel !== 'website' && channel !== 'newsletter',
  );
  const credited = networks.reduce((sum, { value }) => sum + value * 100, 0);
  return {
    question: 'Was it worth it, and how sure are we?',
    lines: [
      `Without the campaign: ${(treated.conversions - (incremental.value ?? 0)).toFixed(0)} sales. It added ${incremental.value?.toFixed(0)}, between ${incremental.interval?.low.toFixed(0)} and ${incremental.interval?.high.toFixed(0)}, worth ${sale(incremental.value ?? 0)}.`,
      `Lift: ${percent(lift.value)}, between ${percent(lift.interval?.low)} and ${percent(lift.interval?.high)}.`,
      `Return on everything it took: ${percent(back.value)}, between ${percent(back.interval?.low)} and ${percent(back.interval?.high)}.`,
      `Credited revenue is ${(credited / book.totals.media.minor).toFixed(1)} times the media: that is return on ad spend, and it leaves out the work, the goods and the sales that would have come anyway.`,
      ...caveats.map(({ message }) => message),
    ],
  };
}

function whereNext({ curves }: Campaign): Answer {
  const now = allocateBudget(curves, 1500);
  const then = allocateBudget(curves, 2500);
  const lines = then.lines.map(({ id, spend, marginal }, index) => {
    const more = spend - (now.lines[index]?.spend ?? 0);
    return `${id}: ${more >= 0 ? '+' : ''}${more.toFixed(0)} €; the next euro there brings ${marginal.toFixed(2)} €`;
  });
  const gain = then.brings - now.brings;
  return {
    question: 'Where should the next 1,000 € go?',
    lines: [...lines, `Together they bring ${gain.toFixed(0)} € more, if the curves hold.`],
  };
}
