import {
  accountKey,
  epochMilliseconds,
  type Finding,
  type Publication,
  resolveWallTime,
} from '@affiche/core';
import type { CalendarChannel, PlanCalendarInput } from './calendar-input.ts';
import { isQuiet } from './candidate-slots.ts';
import { dateOf, dayNumber, firstDayOf, minutesOf, weekNumber } from './plain-date.ts';

const hour = 3_600_000;

/** Which rules a calendar breaks on one channel, because a post was pinned or a wish stayed open. */
export function reviewPlacement(
  { strategy, from, to }: PlanCalendarInput,
  channel: CalendarChannel,
  publications: readonly Publication[],
): Finding[] {
  const key = accountKey(channel.account);
  const own = publications
    .filter(({ account }) => accountKey(account) === key)
    .map((publication) => ({ publication, at: momentOf(publication) }))
    .toSorted((a, b) => a.at - b.at);
  const findings: Finding[] = [];
  const { minGapHours = 3, perDay = Infinity, perWeek } = channel.cadence;
  own.forEach(({ publication, at }, index) => {
    const before = own[index - 1];
    const { date, time } = publication.at;
    const found = (rule: string, message: string, fix: string, numbers: Partial<Finding> = {}) =>
      findings.push({
        rule: `schedule/${rule}`,
        severity: 'warning',
        path: ['publications', publication.id],
        message: `${key}: ${message}`,
        fix,
        ...numbers,
      });
    if (before && at - before.at < minGapHours * hour) {
      found('gap', `${date} ${time} follows another post too soon.`, 'Move one of the two.', {
        measured: (at - before.at) / hour,
        limit: minGapHours,
        unit: 'hours',
      });
    }
    if (isQuiet(minutesOf(time), channel.quietHours ?? [])) {
      found('quiet-hours', `${date} ${time} lies in quiet hours.`, 'Choose a time outside them.');
    }
    for (const { from, to, reason } of strategy.blackouts ?? []) {
      if (from <= date && date <= to) {
        found('blackout', `${date} is a day off: ${reason}.`, 'Choose a day outside it.');
      }
    }
  });
  const byDay = Map.groupBy(own, ({ publication }) => dayNumber(publication.at.date));
  for (const [day, posts] of byDay) {
    if (posts.length > perDay) {
      findings.push(count(key, 'per-day', dateOf(day), posts.length, perDay));
    }
  }
  const [first, last] = [dayNumber(from), dayNumber(to)];
  for (let week = weekNumber(first); week <= weekNumber(last); week += 1) {
    const monday = firstDayOf(week);
    const posts = own.filter(
      ({ publication }) => weekNumber(dayNumber(publication.at.date)) === week,
    );
    if (posts.length > perWeek.max) {
      findings.push(
        count(key, 'per-week', `the week of ${dateOf(monday)}`, posts.length, perWeek.max),
      );
    }
    const isWhole = monday >= first && monday + 6 <= last;
    if (isWhole && posts.length < perWeek.min) {
      findings.push({
        rule: 'schedule/cadence/unmet',
        severity: 'warning',
        path: ['strategy', 'channels'],
        message: `${key}: the week of ${dateOf(monday)} has fewer posts than the cadence wants.`,
        measured: posts.length,
        limit: perWeek.min,
        unit: 'posts',
        fix: 'Add ideas, or lower the weekly minimum.',
      });
    }
  }
  return findings;
}

function momentOf({ at }: Publication): number {
  return epochMilliseconds(resolveWallTime(at));
}

function count(key: string, rule: string, when: string, measured: number, limit: number): Finding {
  return {
    rule: `schedule/${rule}`,
    severity: 'warning',
    path: ['publications'],
    message: `${key}: ${when} has more posts than allowed.`,
    measured,
    limit,
    unit: 'posts',
    fix: 'Move a pinned post to another day.',
  };
}
