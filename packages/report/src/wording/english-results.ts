import type { Media } from '@affiche/core';

/** English words about objectives, trends, posts and money. */
export const englishResults = {
  scorecard: {
    title: 'Objectives',
    empty: 'No objective has been measured yet.',
    targetMark: 'Target',
    baselineMark: 'Start',
    paceMark: 'today\u2019s pace',
    by: (date: string) => `by ${date}`,
    ofWay: (share: string) => `${share} of the way.`,
    backwards: 'Further from the target than at the start.',
    pace: (value: string) => `Pace for today: ${value}.`,
    forecast: (low: string, high: string, level: string) =>
      `Heading for ${low} to ${high} (${level} interval).`,
    legend:
      'Bar: so far. Dashed line: where it should stand today. Whisker: where it is heading. Thick line: the target.',
    alternative: (value: {
      readonly baseline: string;
      readonly target: string;
      readonly actual: string | null;
      readonly expected: string;
      readonly forecast: { readonly low: string; readonly high: string } | null;
    }) =>
      [
        `From ${value.baseline} to a target of ${value.target}.`,
        value.actual === null ? 'Not measured yet.' : `Now ${value.actual}.`,
        `Pace for today: ${value.expected}.`,
        value.forecast !== null && `Heading for ${value.forecast.low} to ${value.forecast.high}.`,
      ]
        .filter((sentence) => sentence !== false)
        .join(' '),
    columns: {
      objective: 'Objective',
      kpi: 'KPI',
      unit: 'Unit',
      baseline: 'Start',
      actual: 'Now',
      expected: 'Pace',
      target: 'Target',
      forecastLow: 'Forecast from',
      forecastHigh: 'to',
      verdict: 'Verdict',
    },
  },
  trends: {
    title: 'How it went',
    followers: 'Followers',
    followersAlternative: (changes: string) => `Followers over time. ${changes}.`,
    change: (account: string, from: string, to: string) => `${account}: from ${from} to ${to}`,
    weekly: 'Reactions, replies and shares, by week of publication',
    weeklyAlternative: (best: string) =>
      `Engagement by the week its posts went out. Most: ${best}.`,
    largest: (shown: number, all: string) => `The ${shown} largest of ${all} accounts.`,
    kpis: 'The objectives, week by week',
    weekByWeek: (kpi: string, first: string, last: string, weeks: string) =>
      `${kpi} over ${weeks} weeks: from ${first} to ${last}.`,
    caption: 'Counted per post over its life so far; a week that has just ended is still growing.',
    columns: {
      account: 'Account',
      date: 'Date',
      followers: 'Followers',
      week: 'Week',
      reactions: 'Reactions',
      comments: 'Replies',
      shares: 'Shares',
    },
  },
  costs: {
    title: 'Money',
    budget: 'Where the money goes',
    budgetAlternative: (lines: string) => `Budget by line. ${lines}.`,
    planned: 'planned',
    spent: 'spent',
    caption: 'Frame: planned. Bar: spent so far.',
    captionPlanned: 'As planned; nothing is booked as spent yet.',
    total: 'Total',
    returns: 'What it cost and what it brought',
    flows: { cost: 'Cost', revenue: 'Revenue', margin: 'Margin', net: 'Gain', loss: 'Loss' },
    lead: (cost: string, revenue: string, margin: string | null, roi: string) =>
      `${cost} spent, ${revenue} of revenue brought in${margin === null ? '' : `, ${margin} of it margin`}: a return of ${roi} on the money.`,
    leadUnknown: (cost: string) =>
      `${cost} spent. What came back is not known well enough to speak of a return.`,
    leadFree: (revenue: string) =>
      `${revenue} of revenue brought in. No cost is booked, so there is no return to speak of.`,
    leadNothing: 'Neither costs nor revenue are booked, so there is no return to speak of.',
    leadRange: (low: string, high: string) => `Anything from ${low} to ${high} is plausible.`,
    sure: 'How sure we are',
    ranged:
      'The range comes from the lowest and the highest revenue that are plausible; the costs are taken as exact.',
    unranged:
      'No range was given for the revenue: read the return as one point of a range nobody measured.',
    models: (models: string) => `Credit for sales was given by: ${models}.`,
    ratios: 'Returns, by definition',
    names: {
      roi: 'Return on investment',
      roi_revenue: 'Return on investment, by revenue',
      roas: 'Return on media',
      poas: 'Margin on media',
      mer: 'Revenue per cost, whole business',
      break_even_roas: 'Break-even return on media',
    } as Readonly<Record<string, string>>,
    meanings: {
      roi: 'Margin less all costs, over all costs',
      roi_revenue: 'Revenue less all costs, over all costs; goods are not paid yet',
      roas: 'Revenue credited to the posts, over what media cost',
      poas: 'Margin credited to the posts, over what media cost',
      mer: 'All revenue of the business, over all costs',
      break_even_roas: 'The return on media at which nothing is gained or lost',
    } as Readonly<Record<string, string>>,
    columns: {
      line: 'Line',
      kind: 'Kind',
      planned: 'Planned',
      spent: 'Spent',
      currency: 'Currency',
      what: 'What',
      amount: 'Amount',
      kpi: 'KPI',
      value: 'Value',
      status: 'Status',
      meaning: 'Meaning',
    },
  },
  gallery: {
    title: 'Posts',
    best: 'Those that gathered most, as each network shows them.',
    first: 'The first to go out, as each network shows them.',
    length: (measured: string, limit: string) => `${measured} of ${limit} characters`,
    noAlt: 'No text alternative',
    kinds: {
      image: 'Picture',
      animation: 'Animation',
      video: 'Film',
      audio: 'Sound',
      document: 'Document',
    } satisfies Record<Media['kind'], string>,
  },
  attribution: {
    title: 'Who gets the credit',
    models: {
      'first-touch': 'First touch',
      'last-touch': 'Last touch',
      'last-non-direct': 'Last touch but direct visits',
      linear: 'Equal shares',
      'position-based': 'Most to first and last',
      'time-decay': 'Later counts more',
      markov: 'Markov chain',
      shapley: 'Shapley value',
    } as Readonly<Record<string, string>>,
    chart: 'Credit by channel and model',
    alternative: (best: string) => `Conversions credited to each channel. Most: ${best}.`,
    caption: 'Each mark is the answer of one model; the bar spans their answers and ranges.',
    conversions: (count: string) => `Conversions shared out: ${count}.`,
    unattributed: (count: string) => `With nothing before them to credit: ${count}.`,
    lookback: (days: string) => `Clicks of the last ${days} days count.`,
    withoutDirect: 'Direct visits are left out.',
    warning:
      'Models share out what happened; they cannot say what would have happened anyway. Where they disagree, only an experiment settles it.',
    columns: { channel: 'Channel', model: 'Model', conversions: 'Conversions', value: 'Value' },
  },
};
