import { accountKey, type Finding, momentOfWall, type Publication } from '@affiche/core';
import { accountRules } from './account-problem.ts';
import { calendarFinding } from './calendar-finding.ts';
import type { CalendarChannel, PlanCalendarInput } from './calendar-input.ts';
import { earliestMoment, isQuiet } from './candidate-slots.ts';
import { isWithin } from './compile-placement.ts';
import { dateOf, dayNumber, minutesOf } from './plain-date.ts';

const hour = 3_600_000;
/** Which rules a calendar breaks on one channel, because a post was pinned or a wish stayed open. */
export function reviewPlacement(
  input: PlanCalendarInput,
  channel: CalendarChannel,
  publications: readonly Publication[],
): Finding[] {
  const { strategy, from, to, now, approvalLeadHours, published = [], ideas } = input;
  const key = accountKey(channel.account);
  const { platform } = channel.account;
  const ideasFor = ideas.filter(({ platforms }) => platforms?.includes(platform) ?? true);
  const { fixed, rows, rolling } = accountRules(input, channel, ideasFor, publications);
  const findings: Finding[] = [];
  const found = (
    rule: string,
    path: Finding['path'],
    message: string,
    fix: string,
    numbers: Partial<Finding> = {},
  ) => {
    findings.push(calendarFinding(rule, path, `${key}: ${message}`, fix, numbers));
  };
  const own = publications
    .filter(({ account }) => accountKey(account) === key)
    .map((publication) => ({ ...publication, moment: momentOfWall(publication.at) }))
    .toSorted((a, b) => a.moment - b.moment);
  const out = new Set(published.map(({ id }) => id));
  const earliest = earliestMoment(now, approvalLeadHours);
  own.forEach(({ id, at: { date, time }, moment }, index) => {
    const path = ['publications', id];
    const when = `${date} ${time}`;
    for (const { name, window, max } of rolling) {
      const before = own[index - max];
      if (!before || moment - before.moment >= window) continue;
      const words = name === 'gap' ? 'follows another post too soon' : 'is one post too many';
      found(name, path, `${when} ${words}.`, 'Move one of them.', {
        measured: (moment - before.moment) / hour,
        limit: window / hour,
        unit: 'hours',
      });
    }
    if (isQuiet(minutesOf(time), channel.quietHours ?? [])) {
      found('quiet-hours', path, `${when} lies in quiet hours.`, 'Choose another time.');
    }
    for (const blackout of strategy.blackouts ?? []) {
      if (blackout.from > date || date > blackout.to) continue;
      found('blackout', path, `${date} is a day off: ${blackout.reason}.`, 'Choose another day.');
    }
    if (!out.has(id) && (moment < earliest || date < from || date > to)) {
      found('period', path, `${when} is too early or late to be planned.`, 'Choose another time.');
    }
  });
  for (const row of rows) {
    const { name, about, fromDay, toDay, atMost, atLeast, kinds } = row;
    const measured = fixed.filter(
      (post) => isWithin(row, post) && (kinds?.has(post.kind) ?? true),
    ).length;
    const first = dateOf(fromDay);
    const days = toDay - fromDay;
    const when =
      days === 0 ? first : days === 6 ? `the week of ${first}` : `${first} to ${dateOf(toDay)}`;
    const what = about === undefined ? when : `${when}, ${about},`;
    const numbers = { measured, unit: 'posts' };
    if (measured > atMost) {
      const words = `${what} has more posts than allowed.`;
      const fix = 'Move a pinned post.';
      found(name, ['publications'], words, fix, { ...numbers, limit: atMost });
    }
    const isWhole = fromDay >= dayNumber(from) && toDay <= dayNumber(to);
    if (isWhole && measured < atLeast) {
      const words = `${what} has fewer posts than wished for.`;
      const cadence = name === 'per-week' ? 'cadence' : name;
      const fix = 'Add ideas, or wish for less.';
      found(`${cadence}/unmet`, ['strategy', 'channels'], words, fix, {
        ...numbers,
        limit: atLeast,
      });
    }
  }
  return findings;
}
