import { accountKey, type Publication } from '@affiche/core';
import type { Rule } from '../rule.ts';

/** Whether the calendar as a whole has the pace and the mix of the strategy. They need a calendar. */
export const calendarBalanceRules: readonly Rule[] = [
  {
    id: 'strategy/calendar/cadence',
    severity: 'warning',
    message: {
      en: '{name} has {measured} posts in the week of {week}; the plan says {limit}.',
      fr: '{name} a {measured} publications la semaine du {week} ; le plan dit {limit}.',
    },
    fix: {
      en: 'Add or move posts, or change the cadence.',
      fr: 'Ajoutez ou déplacez des publications, ou changez la cadence.',
    },
    find: ({ channels }, { calendar }) => {
      if (!calendar) return [];
      const weeks = wholeWeeks(calendar.start.slice(0, 10), calendar.end.slice(0, 10));
      const counts = countBy(
        calendar.publications,
        ({ account, at }) => `${accountKey(account)} ${mondayOf(at.date)}`,
      );
      return channels.flatMap(({ account, cadence: { perWeek } }, index) =>
        weeks.flatMap((week) => {
          const measured = counts.get(`${accountKey(account)} ${week}`) ?? 0;
          return measured < perWeek.min || measured > perWeek.max
            ? [
                {
                  path: ['channels', index, 'cadence'],
                  measured,
                  limit: `${perWeek.min}–${perWeek.max}`,
                  unit: 'posts',
                  values: { name: accountKey(account), week },
                },
              ]
            : [];
        }),
      );
    },
  },
  {
    id: 'strategy/calendar/mix',
    code: 'MIX002',
    severity: 'warning',
    message: {
      en: '“{name}” has {measured} of the posts; its share is {limit}, and chance does not explain it.',
      fr: '« {name} » a {measured} des publications ; sa part est {limit}, et le hasard ne l’explique pas.',
    },
    fix: {
      en: 'Write more for the pillars that are short, or change the shares.',
      fr: 'Écrivez pour les piliers en retard, ou changez les parts.',
    },
    find: ({ pillars }, { calendar }) => {
      const posts = calendar?.publications ?? [];
      const counts = countBy(posts, ({ draft }) => draft.pillar ?? '');
      return pillars.flatMap(({ id, name, share }, index) => {
        const actual = (counts.get(id) ?? 0) / posts.length;
        // Two standard errors of a share: fewer posts may stray further before it means anything.
        const chance = 2 * Math.sqrt((share * (1 - share)) / posts.length);
        return posts.length > 0 && Math.abs(actual - share) > Math.max(0.05, chance)
          ? [
              {
                path: ['pillars', index, 'share'],
                measured: Math.round(actual * 1000) / 1000,
                limit: share,
                values: { name },
              },
            ]
          : [];
      });
    },
  },
];

function countBy(
  posts: readonly Publication[],
  keyOf: (publication: Publication) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const post of posts) counts.set(keyOf(post), (counts.get(keyOf(post)) ?? 0) + 1);
  return counts;
}

const day = 86_400_000;

function mondayOf(date: string): string {
  const at = Date.parse(date);
  const weekday = (new Date(at).getUTCDay() + 6) % 7;
  return new Date(at - weekday * day).toISOString().slice(0, 10);
}

/** The Mondays of the weeks that lie wholly between two days. */
function wholeWeeks(from: string, to: string): string[] {
  const weeks: string[] = [];
  const first = Date.parse(mondayOf(from)) + (mondayOf(from) < from ? 7 * day : 0);
  for (let at = first; at + 6 * day <= Date.parse(to); at += 7 * day) {
    weeks.push(new Date(at).toISOString().slice(0, 10));
  }
  return weeks;
}
