import { accountKey, type Finding } from '@affiche/core';
import type { CalendarChannel, PlanCalendarInput } from './calendar-input.ts';
import { isQuiet } from './candidate-slots.ts';

/** Rules that contradict each other before any idea is looked at: which ones, and by how much. */
export function reviewDemands({ strategy, ideas }: PlanCalendarInput): Finding[] {
  const findings = strategy.channels.flatMap((channel, index) => reviewChannel(channel, index));
  const known = new Set(strategy.channels.map(({ account }) => account.platform));
  ideas.forEach(({ platforms }, index) => {
    for (const platform of platforms ?? []) {
      if (known.has(platform)) continue;
      findings.push({
        rule: 'schedule/idea/unknown-platform',
        severity: 'warning',
        path: ['ideas', index, 'platforms'],
        message: `The strategy has no channel on ${platform}.`,
        measured: platform,
        fix: 'Add the channel to the strategy or take the platform off the idea.',
      });
    }
  });
  return findings;
}

function reviewChannel(channel: CalendarChannel, index: number): Finding[] {
  const { account, cadence, quietHours = [] } = channel;
  const { perWeek, perDay, minGapHours = 3 } = cadence;
  const open = Array.from({ length: 24 }, (_, hour) => hour).filter(
    (hour) => !isQuiet(hour * 60, quietHours),
  ).length;
  const byGap = minGapHours > 0 ? Math.max(Math.min(1, open), Math.ceil(open / minGapHours)) : 24;
  const mostPerWeek = 7 * Math.min(byGap, perDay ?? Infinity);
  const path = ['strategy', 'channels', index, 'cadence'];
  const findings: Finding[] = [];
  if (perWeek.min > mostPerWeek) {
    findings.push({
      rule: 'schedule/cadence/impossible',
      severity: 'error',
      path: [...path, 'perWeek', 'min'],
      message: `${accountKey(account)} cannot post ${perWeek.min} times a week: ${open} open hours a day, a gap of ${minGapHours} hours${perDay === undefined ? '' : ` and ${perDay} a day`} leave room for ${mostPerWeek}.`,
      measured: perWeek.min,
      limit: mostPerWeek,
      unit: 'posts',
      fix: 'Lower the weekly minimum, shorten the gap or the quiet hours, or allow more per day.',
    });
  }
  if (perWeek.min > perWeek.max) {
    findings.push({
      rule: 'schedule/cadence/contradiction',
      severity: 'error',
      path: [...path, 'perWeek'],
      message: `${accountKey(account)} wants at least ${perWeek.min} and at most ${perWeek.max} posts a week.`,
      measured: perWeek.min,
      limit: perWeek.max,
      unit: 'posts',
      fix: 'Make the minimum no larger than the maximum.',
    });
  }
  return findings;
}
