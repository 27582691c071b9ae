import { accountKey, type Finding } from '@affiche/core';
import { calendarFinding } from './calendar-finding.ts';
import type { CalendarChannel, PlanCalendarInput } from './calendar-input.ts';
import { isQuiet } from './candidate-slots.ts';

/** Rules that contradict each other before any idea is placed: which ones, and by how much. */
export function reviewDemands({ strategy, ideas }: PlanCalendarInput): Finding[] {
  const findings = strategy.channels.flatMap((channel, index) => reviewChannel(channel, index));
  const known = new Set(strategy.channels.map(({ account }) => account.platform));
  const taken = new Set<string>();
  ideas.forEach(({ draft: { id }, platforms }, index) => {
    for (const platform of new Set(platforms ?? known)) {
      if (!known.has(platform)) {
        findings.push(
          calendarFinding(
            'idea/unknown-platform',
            ['ideas', index, 'platforms'],
            `The strategy has no channel on ${platform}.`,
            'Add the channel to the strategy or take the platform off the idea.',
            { measured: platform },
          ),
        );
      } else if (taken.size === taken.add(`${platform} ${id}`).size) {
        findings.push(
          calendarFinding(
            'idea/repeated-id',
            ['ideas', index, 'draft', 'id'],
            `Another idea for ${platform} is called "${id}": only the first is planned.`,
            'Give each idea an id of its own.',
            { measured: id, severity: 'error' },
          ),
        );
      }
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
  const path = ['strategy', 'channels', index, 'cadence', 'perWeek'];
  const numbers = { severity: 'error', measured: perWeek.min, unit: 'posts' } as const;
  const findings: Finding[] = [];
  if (perWeek.min > mostPerWeek) {
    findings.push(
      calendarFinding(
        'cadence/impossible',
        [...path, 'min'],
        `${accountKey(account)} cannot post ${perWeek.min} times a week: ${open} open hours a day, a gap of ${minGapHours} hours${perDay === undefined ? '' : ` and ${perDay} a day`} leave room for ${mostPerWeek}.`,
        'Lower the weekly minimum, shorten the gap or the quiet hours, or allow more per day.',
        { ...numbers, limit: mostPerWeek },
      ),
    );
  }
  if (perWeek.min > perWeek.max) {
    findings.push(
      calendarFinding(
        'cadence/contradiction',
        path,
        `${accountKey(account)} wants at least ${perWeek.min} and at most ${perWeek.max} posts a week.`,
        'Make the minimum no larger than the maximum.',
        { ...numbers, limit: perWeek.max },
      ),
    );
  }
  return findings;
}
