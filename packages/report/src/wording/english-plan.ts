import type { Formats } from '../formats.ts';
import type { SlotEstimate } from '@affiche/schedule';
import { slotHour, slotWeekday } from '../slots.ts';

/** English words about times, the calendar, findings and what to do next. */
export const englishPlan = {
  timing: {
    title: 'When to post',
    heatMap: 'Every hour of the week',
    heatMapAlternative: (best: string) =>
      `A grid of seven days and 24 hours. Most promising: ${best}.`,
    intervals: 'The most promising hours',
    intervalsAlternative: (ranges: string) => `Estimates with their intervals. ${ranges}.`,
    caption: (zone: string) =>
      `Engagement expected of a post at that hour, against the usual hours. Clocks of ${zone}.`,
    learnt: (count: number, formats: Formats) =>
      `Learnt from ${count === 1 ? 'one post' : `${formats.count(count)} posts`}.`,
    intervalsCaption:
      'Dot: the estimate. Bar: the range that holds the truth nine times in ten. Where bars overlap, the difference may be chance.',
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
    moreUnseen: 'more posts',
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
  next: {
    title: 'What to do next',
    columns: { kind: 'Kind', action: 'What to do', reason: 'Why' },
    behindReason: (actual: string, expected: string) =>
      `It stands at ${actual}, where the pace asks for ${expected} today.`,
    behindNeed: (missing: string, days: number) =>
      `Still to go: ${missing}, in ${days === 1 ? 'one day' : days < 14 ? `${days} days` : `${Math.floor(days / 7)} weeks`}.`,
    behindPush: (name: string) => `Push \u201c${name}\u201d: the target is still within reach.`,
    behindDecide: (name: string) =>
      `Decide about \u201c${name}\u201d: more means, a later day, or a lower target.`,
    missed: (name: string) =>
      `Close \u201c${name}\u201d, and write down what was learnt: its last day has come.`,
    missedReason: (actual: string, target: string) =>
      `It came to ${actual}; the target was ${target}.`,
    measure: (names: string) => `Start to measure: ${names}.`,
    measureReason: 'No figure has come in, so nobody can say whether it is working.',
    unclear: (name: string) => `Mend the figures of \u201c${name}\u201d.`,
    unclearReason: (status: string) => `It cannot be told how it stands: ${status}.`,
    revenue: 'Write down what the posts brought in.',
    revenueReason: 'Costs are booked, revenue is not: nobody can tell whether it pays.',
    loss: 'Decide whether to go on like this: it costs more than it brings.',
    lossReason: (returned: string, high: string | null) =>
      `The return is ${returned}${high === null ? '' : `; even at the plausible best it is ${high}`}.`,
    margin: 'Write down what margin each sale leaves.',
    marginReason: 'Without it revenue is known, but not whether anything was gained.',
    prove: 'Find out what the posts really sell before spending more.',
    proveReason: (low: string, high: string) =>
      `The return may be anything from ${low} to ${high}: a loss cannot be ruled out.`,
    vary: 'Post at more different hours for a month.',
    varyReason: 'No hour stands out in the past; only trying others can show whether one does.',
    move: (slots: string) => `Plan more posts for ${slots}.`,
    moveReason: (share: string, count: number, slot: string) =>
      `Only ${share} of the posts are planned for ${count === 1 ? 'the most promising hour' : `the ${count} most promising hours`}. ${slot}.`,
    pillar: (name: string) => `Give \u201c${name}\u201d more of the posts.`,
    pillarReason: (actual: string, share: string, most: string) =>
      `It has ${actual} of them, where the strategy gives it ${share}: that would be ${most}.`,
    unplaced: (count: number) =>
      `Make room for ${count === 1 ? 'one idea' : `${count} ideas`}, or let ${count === 1 ? 'it' : 'them'} go.`,
    unplacedReason: (idea: string, reason: string) => `For example ${idea}: ${reason}`,
  },
  findings: {
    title: 'What the checks found',
    empty: 'Nothing: every rule is met.',
    more: (count: string, rule: string) => `And ${count} more of ${rule}.`,
    measured: (measured: string, limit: string) => `${measured}, against a limit of ${limit}`,
    columns: {
      severity: 'Severity',
      rule: 'Rule',
      path: 'Where',
      message: 'Message',
      fix: 'What to do',
    },
  },
};
