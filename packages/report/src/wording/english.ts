import type { Media } from '@affiche/core';
import type { Status } from '@affiche/kpi';
import type { SlotEstimate } from '@affiche/schedule';
import type { Formats } from '../formats.ts';
import { slotHour, slotWeekday } from '../slots.ts';

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
  posts,
  verdicts: {
    reached: 'Reached',
    'on-track': 'On track',
    behind: 'Behind',
    'too-early': 'Too early to say',
    unknown: 'Not measured',
  },
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
    posts: (networks: string) => `posts on ${networks}`,
    engagements: 'reactions, replies and shares',
    budget: 'budget',
    roi: 'return on what was spent',
  },
  summary: {
    title: 'In short',
    plan: (count: number, networks: string, weeks: number, formats: Formats) =>
      `In ${weeks === 1 ? 'one week' : `${weeks} weeks`}, ${posts(count, formats)} ${count === 1 ? 'goes' : 'go'} out on ${networks}.`,
    noPlan: 'No post is planned in this period yet.',
    objectives: (reached: number, onTrack: number, behind: number, total: number) =>
      `Of ${total} ${total === 1 ? 'objective' : 'objectives'}, ${reached} ${reached === 1 ? 'is' : 'are'} reached, ${onTrack} on track and ${behind} behind.`,
    behind: (names: string) => `Behind: ${names}.`,
    best: (slot: string) => `The best hour to post, as far as the past can tell, is ${slot}.`,
    noBest: 'The past does not single out any hour as better than the others.',
    findings: (errors: number, warnings: number) =>
      `The checks found ${[errors > 0 && `${errors} ${errors === 1 ? 'thing' : 'things'} to mend`, warnings > 0 && `${warnings} ${errors > 0 ? '' : warnings === 1 ? 'thing ' : 'things '}to look at`].filter((part) => part !== false).join(' and ')}.`,
    clean: 'The checks found nothing to mend.',
  },
  scorecard: {
    title: 'Objectives',
    empty: 'No objective has been measured yet.',
    targetMark: 'Target',
    baselineMark: 'Start',
    paceMark: 'today\u2019s pace',
    by: (date: string) => `by ${date}`,
    ofWay: (share: string) => `${share} of the way`,
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
  timing: {
    title: 'When to post',
    heatMap: 'Every hour of the week',
    heatMapAlternative: (best: string) =>
      `A grid of seven days and 24 hours. Most promising: ${best}.`,
    intervals: 'The most promising hours',
    intervalsAlternative: (ranges: string) => `Estimates with their intervals. ${ranges}.`,
    caption: (zone: string) =>
      `Engagement expected of a post at that hour, against the usual hours. Clocks of ${zone}.`,
    intervalsCaption:
      'Dot: the estimate. Bar: the range that holds the truth nine times in ten. Bars that overlap are not different.',
    lead: (slot: string) => `${slot} looks best.`,
    honest: 'Timing is a small effect: what a post says matters far more than when it says it.',
    nothing:
      'No hour stands out from the others yet. Posting at different hours will teach more than picking one.',
    slot: ({ slot }: SlotEstimate, formats: Formats) =>
      `${formats.weekday(slotWeekday({ slot }))} ${formats.hour(slotHour({ slot }))}`,
    slotRange: (slot: SlotEstimate, formats: Formats) =>
      `${formats.weekday(slotWeekday(slot))} ${formats.hour(slotHour(slot))}: ${formats.change(slot.uplift.estimate)} (${formats.change(slot.uplift.low)} to ${formats.change(slot.uplift.high)})`,
    legend: {
      worse: 'worse',
      better: 'better',
      clear: 'the range leaves no doubt',
      sure: 'strong evidence',
      unsure: 'may be chance',
    },
    signals: { none: 'none', thin: 'thin', moderate: 'moderate', strong: 'strong' },
    columns: {
      weekday: 'Day',
      hour: 'Hour',
      uplift: 'Estimate',
      low: 'From',
      high: 'To',
      signal: 'Evidence',
      effectivePosts: 'Worth this many posts',
    },
  },
  calendar: {
    title: 'Calendar',
    empty: 'Nothing is planned yet.',
    week: (date: string) => `Week of ${date}`,
    weeks: 'Week by week',
    load: 'Posts a week, by pillar',
    loadAlternative: (low: number, high: number) => `Between ${low} and ${high} posts a week.`,
    more: (count: number) => `+ ${count}`,
    unplaced: 'Ideas that found no place',
    thread: (count: number) => `thread of ${count}`,
    media: (count: number) => (count === 1 ? '1 picture or film' : `${count} pictures or films`),
    noText: 'No text',
    columns: {
      date: 'Date',
      time: 'Time',
      zone: 'Zone',
      network: 'Network',
      account: 'Account',
      pillar: 'Pillar',
      text: 'Text',
      id: 'Id',
      week: 'Week',
      posts: 'Posts',
      reason: 'Reason',
      draft: 'Idea',
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
    flows: { cost: 'Cost', revenue: 'Revenue', margin: 'Margin', net: 'Gain' },
    lead: (cost: string, revenue: string, roi: string) =>
      `${cost} spent, ${revenue} of revenue brought in: a return of ${roi} on the money.`,
    leadUnknown: (cost: string) =>
      `${cost} spent. What came back is not known well enough to speak of a return.`,
    leadRange: (low: string, high: string) => `Anything from ${low} to ${high} is plausible.`,
    sure: 'How sure we are',
    ranged:
      'The range comes from the lowest and the highest revenue that are plausible; the costs are taken as exact.',
    unranged:
      'No range was given for the revenue: read the return as one point of a range nobody measured.',
    models: (models: string) => `Credit for sales was given by: ${models}.`,
    ratios: 'Returns, by definition',
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
  next: {
    title: 'What to do next',
    columns: { kind: 'Kind', action: 'What to do', reason: 'Why' },
    behindReason: (actual: string, expected: string) =>
      `It stands at ${actual}, where the pace asks for ${expected} today.`,
    behindNeed: (missing: string, weeks: string) =>
      `Still to go: ${missing}, in ${weeks === '1' ? 'one week' : `${weeks} weeks`}.`,
    behindPush: (name: string) => `Push \u201c${name}\u201d: the target is still within reach.`,
    behindDecide: (name: string) =>
      `Decide about \u201c${name}\u201d: more means, a later day, or a lower target.`,
    missed: (name: string) => `Settle \u201c${name}\u201d: its time is up.`,
    measure: (names: string) => `Start to measure: ${names}.`,
    measureReason: 'No figure has come in, so nobody can say whether it is working.',
    margin: 'Write down what margin each sale leaves.',
    marginReason: 'Without it revenue is known, but not whether anything was gained.',
    prove: 'Find out what the posts really sell before spending more.',
    proveReason: (low: string, high: string) =>
      `The return may be anything from ${low} to ${high}: a loss is as plausible as a gain.`,
    vary: 'Post at more different hours for a month.',
    varyReason: 'No hour stands out in the past; only trying others can show whether one does.',
    move: (slots: string) => `Move some posts toward ${slots}.`,
    moveReason: (share: string, count: number, slot: string) =>
      `Only ${share} of the plan goes out in the ${count} most promising hours. ${slot}.`,
    pillar: (count: number, name: string) =>
      `Find ${count === 1 ? 'one more idea' : `${count} more ideas`} about \u201c${name}\u201d.`,
    pillarReason: (actual: string, share: string) =>
      `It has ${actual} of the posts, where the strategy gives it ${share}.`,
    unplaced: (count: number) =>
      `Make room for ${count === 1 ? 'one idea' : `${count} ideas`}, or let ${count === 1 ? 'it' : 'them'} go.`,
    unplacedReason: (idea: string, reason: string) => `For example ${idea}: ${reason}`,
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
    chart: 'Credit by channel and model',
    alternative: (best: string) => `Conversions credited to each channel. Most: ${best}.`,
    caption: 'Each mark is the answer of one model; the bar spans their answers and ranges.',
    warning:
      'Models share out what happened; they cannot say what would have happened anyway. Where they disagree, only an experiment settles it.',
    columns: { channel: 'Channel', model: 'Model', conversions: 'Conversions', value: 'Value' },
  },
  findings: {
    title: 'What the checks found',
    empty: 'Nothing: every rule is met.',
    measured: (measured: string, limit: string) => `${measured}, where ${limit} is allowed`,
    columns: {
      severity: 'Severity',
      rule: 'Rule',
      path: 'Where',
      message: 'Message',
      fix: 'What to do',
    },
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
    kpiTerm: 'KPIs used',
    zoneTerm: 'Time',
    zone: (zone: string) => `Hours are those of clocks in ${zone}; weeks begin on Monday.`,
  },
};

/** The words of a report, in some language. */
export type Wording = typeof english;
