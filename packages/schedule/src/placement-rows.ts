import { accountKey, type Publication } from '@affiche/core';
import type { CalendarChannel, PlanCalendarInput } from './calendar-input.ts';
import type { PlacementRow } from './placement-problem.ts';
import { dayNumber, firstDayOf, minutesOf, weekNumber } from './plain-date.ts';

/** What rows may ask of a post. */
export interface PostLabels {
  readonly pillar?: string | undefined;
  readonly audience?: string | undefined;
}

// Half of an average post: enough to move a post by an hour or a week, never enough to drop one.
const usualPenalty = 0.5;

/** The limits and wishes of one channel over the days of a calendar. */
export function placementRows(
  input: PlanCalendarInput,
  channel: CalendarChannel,
  kinds: readonly PostLabels[],
  load: { readonly ideas: number; readonly placed: readonly Publication[] },
): PlacementRow[] {
  const days = daysOf(input);
  const weeks = weeksOf(days);
  const { perDay, perWeek } = channel.cadence;
  const rows: PlacementRow[] = [];
  if (perDay !== undefined) {
    rows.push(...days.map((day) => row('per-day', day, day, { atMost: perDay })));
  }
  rows.push(...audienceRows(input, channel, kinds, days, load.placed));
  for (const { first, last, share } of weeks) {
    // A week that the calendar cuts off owes its share only.
    const atLeast = Math.floor(perWeek.min * share);
    rows.push(row('per-week', first, last, { atMost: perWeek.max, atLeast }));
    for (const { id, perWeek: limits } of input.strategy.pillars) {
      if (!limits) continue;
      rows.push(
        row('pillar-per-week', first, last, {
          atMost: limits.max ?? Infinity,
          atLeast: Math.floor((limits.min ?? 0) * share),
          about: id,
          kinds: kindsWhere(kinds, ({ pillar }) => pillar === id),
        }),
      );
    }
    for (const wish of input.coverage ?? []) {
      const hours = { fromMinute: minutesOf(wish.from), toMinute: minutesOf(wish.to) };
      rows.push(
        row('coverage', first, last, {
          ...hours,
          about: wish.name,
          atLeast: Math.floor(wish.minPerWeek * share),
        }),
      );
    }
  }
  return [...rows, ...mixRows(input, kinds, days, load.ideas, weeks.length * perWeek.max)];
}

/** What other accounts have left of an audience's posts a day. */
function audienceRows(
  { audienceCaps = [] }: PlanCalendarInput,
  channel: CalendarChannel,
  kinds: readonly PostLabels[],
  days: readonly number[],
  placed: readonly Publication[],
): PlacementRow[] {
  const own = accountKey(channel.account);
  return audienceCaps.flatMap(({ audience, perDay }) => {
    const elsewhere = placed.filter(
      ({ draft, account }) => draft.audience === audience && accountKey(account) !== own,
    );
    const counts = Map.groupBy(elsewhere, ({ at }) => dayNumber(at.date));
    return days.map((day) =>
      row('audience', day, day, {
        atMost: Math.max(0, perDay - (counts.get(day)?.length ?? 0)),
        about: audience,
        kinds: kindsWhere(kinds, (labels) => labels.audience === audience),
      }),
    );
  });
}

/** Each pillar's share of what there is room for: a wish, because a missing idea cannot be placed. */
function mixRows(
  { strategy }: PlanCalendarInput,
  kinds: readonly PostLabels[],
  days: readonly number[],
  ideas: number,
  room: number,
): PlacementRow[] {
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  if (ideas <= room) return [];
  return strategy.pillars.map(({ id, share }) =>
    row('pillar-mix', first, last, {
      atLeast: Math.floor(share * room),
      about: id,
      kinds: kindsWhere(kinds, ({ pillar }) => pillar === id),
    }),
  );
}

function row(
  name: string,
  fromDay: number,
  toDay: number,
  rest: Partial<PlacementRow>,
): PlacementRow {
  return {
    name,
    fromDay,
    toDay,
    fromMinute: 0,
    toMinute: 1440,
    atMost: Infinity,
    atLeast: 0,
    penalty: usualPenalty,
    ...rest,
  };
}

function kindsWhere(kinds: readonly PostLabels[], holds: (labels: PostLabels) => boolean) {
  return new Set(kinds.flatMap((labels, kind) => (holds(labels) ? [kind] : [])));
}

function daysOf({ from, to }: PlanCalendarInput): number[] {
  const first = dayNumber(from);
  return Array.from({ length: dayNumber(to) - first + 1 }, (_, index) => first + index);
}

function weeksOf(days: readonly number[]) {
  const weeks = Map.groupBy(days, weekNumber);
  // Limits count the whole week, also the days before the calendar begins.
  return [...weeks].map(([week, own]) => ({
    first: firstDayOf(week),
    last: firstDayOf(week) + 6,
    share: own.length / 7,
  }));
}
