import type { Publication, WallTime } from '@affiche/core';
import type { PlanCalendarInput } from '@affiche/schedule';
import { type AnyCalendar, channelOf, momentOf } from './any-calendar.ts';

const [hour, day] = [3_600_000, 86_400_000];
const penalty = 0.5;

/** A post in a calendar, as far as rules care. */
export interface JudgedPost {
  readonly channel: number;
  readonly at: WallTime;
  readonly moment: number;
  readonly pillar: string | undefined;
  readonly audience: string | undefined;
  /** Published or pinned: it may break rules, and others must make room for it. */
  readonly isFixed: boolean;
}

/** A publication as the judge sees it. */
export function judged(input: PlanCalendarInput, publication: Publication): JudgedPost {
  const { draft, at, id } = publication;
  const isFixed =
    (input.published ?? []).some((each) => each.id === id) ||
    input.ideas.some((idea) => idea.pinnedAt && idea.draft.id === draft.id);
  const { pillar, audience } = draft;
  return {
    channel: channelOf(input, publication),
    at,
    moment: momentOf(at),
    pillar,
    audience,
    isFixed,
  };
}

/** The rules once more, written otherwise: every post that was chosen against all others. */
export function brokenRules(
  { strategy, audienceCaps = [] }: PlanCalendarInput,
  posts: readonly JudgedPost[],
): string[] {
  return strategy.channels.flatMap(({ cadence }, channel) => {
    const own = posts.filter((each) => each.channel === channel);
    const { minGapHours = 3, perDay = Infinity, perWeek, rolling = [] } = cadence;
    return own.flatMap((post) => {
      if (post.isFixed) return [];
      const sameDay = (each: JudgedPost) => each.at.date === post.at.date;
      const sameWeek = (each: JudgedPost) => weekOf(each.at.date) === weekOf(post.at.date);
      const near = own.filter(({ moment }) => Math.abs(moment - post.moment) < minGapHours * hour);
      const isPillarFull = strategy.pillars.some(
        ({ id, perWeek: { max = Infinity } = {} }) =>
          id === post.pillar &&
          own.filter((each) => each.pillar === id && sameWeek(each)).length > max,
      );
      const isAudienceFull = audienceCaps.some(
        ({ audience, perDay: most }) =>
          audience === post.audience &&
          posts.filter((each) => each.audience === audience && sameDay(each)).length > most,
      );
      const isOverQuota = rolling.some(({ hours, max }) =>
        own.some(({ moment: start }) => {
          const within = own.filter(
            ({ moment }) => moment >= start && moment < start + hours * hour,
          );
          return within.includes(post) && within.length > max;
        }),
      );
      return [
        ...(near.length > 1 ? ['gap'] : []),
        ...(own.filter(sameDay).length > perDay ? ['day'] : []),
        ...(own.filter(sameWeek).length > perWeek.max ? ['week'] : []),
        ...(isPillarFull ? ['pillar'] : []),
        ...(isAudienceFull ? ['audience'] : []),
        ...(isOverQuota ? ['rolling'] : []),
      ];
    });
  });
}

/** What wishes that stay open cost. */
function unmetWishes(
  { strategy, coverage = [], ideas, from, to }: PlanCalendarInput,
  posts: readonly JudgedPost[],
): number {
  const days = Array.from({ length: (Date.parse(to) - Date.parse(from)) / day + 1 }, (_, index) =>
    new Date(Date.parse(from) + index * day).toISOString().slice(0, 10),
  );
  const weeks = Map.groupBy(days, weekOf);
  let missing = 0;
  const wish = (wanted: number, has: readonly JudgedPost[]) => {
    missing += Math.max(0, Math.floor(wanted) - has.length);
  };
  for (const [channel, { cadence }] of strategy.channels.entries()) {
    const own = posts.filter((each) => each.channel === channel);
    for (const [week, { length }] of weeks) {
      const within = own.filter(({ at }) => weekOf(at.date) === week);
      wish((cadence.perWeek.min * length) / 7, within);
      for (const { id, perWeek } of strategy.pillars) {
        wish(
          ((perWeek?.min ?? 0) * length) / 7,
          within.filter(({ pillar }) => pillar === id),
        );
      }
      for (const { from: start, to: end, minPerWeek } of coverage) {
        wish(
          (minPerWeek * length) / 7,
          within.filter(({ at }) => at.time >= start && at.time < end),
        );
      }
    }
    const room = weeks.size * cadence.perWeek.max;
    if (ideas.filter(({ pinnedAt }) => !pinnedAt).length <= room) continue;
    for (const { id, share } of strategy.pillars) {
      wish(
        share * room,
        own.filter(({ pillar, at }) => pillar === id && days.includes(at.date)),
      );
    }
  }
  return missing * penalty;
}

/** What the best of all calendars is worth: every one of them is tried. */
export function bestValue({ input, times }: AnyCalendar): number {
  const { strategy, ideas, published = [] } = input;
  const posts = strategy.channels.flatMap((_, channel) =>
    ideas.map((idea) => {
      const { audience, pillar } = idea.draft;
      return { idea, post: { channel, audience, pillar, isFixed: idea.pinnedAt !== undefined } };
    }),
  );
  const fixed = posts.flatMap(({ idea: { pinnedAt: at }, post }) =>
    at ? [{ ...post, at, moment: momentOf(at) }] : [],
  );
  const free = posts.filter(({ post }) => !post.isFixed);
  return best(0, [...published.map((each) => judged(input, each)), ...fixed], 0);

  function best(index: number, placed: readonly JudgedPost[], value: number): number {
    if (brokenRules(input, placed).length > 0) return -Infinity;
    const next = free[index];
    if (!next) return value - unmetWishes(input, placed);
    const { notBefore, deadline, value: worth = 1 } = next.idea;
    const [first, last] = [
      notBefore ? momentOf(notBefore) : 0,
      deadline ? momentOf(deadline) : Infinity,
    ];
    const tried = times
      .filter(({ moment }) => moment >= first && moment <= last)
      .map(({ at, moment, gain }) =>
        best(index + 1, [...placed, { ...next.post, at, moment }], value + worth * gain),
      );
    return Math.max(best(index + 1, placed, value), ...tried);
  }
}

function weekOf(date: string): number {
  return Math.floor((Date.parse(date) / day + 3) / 7);
}
