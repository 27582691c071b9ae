import { accountKey, momentOfWall, type Publication, type WallTime } from '@affiche/core';
import type { CalendarChannel, Idea, PlanCalendarInput } from './calendar-input.ts';
import { type CandidateSlot, candidateSlots, earliestMoment } from './candidate-slots.ts';
import { hoursPerWeek, hourOfWeekAt } from './hour-of-week.ts';
import { placementRows, type PostLabels } from './placement-rows.ts';
import { dayNumber, minutesOf } from './plain-date.ts';
import type { FixedPost, PlacementPost, PlacementProblem } from './placement-problem.ts';
import type { PostingTimeModel } from './posting-time-model.ts';
import { publicationId } from './publication-of.ts';
import { steady } from './steady-number.ts';

const hour = 3_600_000;
const usualGapHours = 3;
// A millionth of a post's worth: finer differences between hours are noise and must not choose.
const finestGain = 2 ** -20;

/** Finds the ideas for a channel, in order, without those whose publication is among `out`. */
export function ideaFinder(
  ideas: readonly Idea[],
): (channel: CalendarChannel, out: ReadonlySet<string>) => Idea[] {
  const everywhere: number[] = [];
  const named = new Map<string, number[]>();
  ideas.forEach(({ platforms }, index) => {
    if (!platforms) everywhere.push(index);
    for (const platform of new Set(platforms)) {
      const own = named.get(platform);
      if (own) own.push(index);
      else named.set(platform, [index]);
    }
  });
  return (channel, out) => {
    // An id names one idea: the second would be published over the first.
    const seen = new Set(out);
    return [...everywhere, ...(named.get(channel.account.platform) ?? [])]
      .toSorted((a, b) => a - b)
      .flatMap((index) => ideas[index] ?? [])
      .filter(({ draft }) => seen.size < seen.add(publicationId(draft.id, channel)).size);
  };
}

/** What has to be solved for the ideas of one channel, given what is already placed on all of them. */
export function accountProblem(
  input: PlanCalendarInput,
  channel: CalendarChannel,
  ideas: readonly Idea[],
  placed: readonly Publication[],
): PlacementProblem {
  const { strategy, now, approvalLeadHours } = input;
  const slots = candidateSlots({
    zone: strategy.zone,
    from: input.from,
    to: input.to,
    slotMinutes: input.slotMinutes ?? 60,
    quietHours: channel.quietHours ?? [],
    blackouts: strategy.blackouts ?? [],
    earliest: earliestMoment(now, approvalLeadHours),
  });
  const hours = hourGains(slots, modelOf(input.timing, accountKey(channel.account)));
  const { kinds, ...rules } = accountRules(input, channel, ideas, placed);
  return {
    ...rules,
    slots,
    posts: ideas.map((idea) => postOf(idea, slots, kinds.of(labelsOf(idea)))),
    gains: kinds.all.map(() => hours),
  };
}

/** What may not be, or is wished for, on one channel, and what is there already. */
export function accountRules(
  input: PlanCalendarInput,
  channel: CalendarChannel,
  ideas: readonly Idea[],
  placed: readonly Publication[],
) {
  const { cadence } = channel;
  const kinds = kindsOf(ideas);
  const key = accountKey(channel.account);
  const own = placed.filter(({ account }) => accountKey(account) === key);
  return {
    kinds,
    fixed: own.map(({ at, draft }) => fixedPost(at, kinds.of(draft))),
    rolling: [
      { name: 'gap', window: (cadence.minGapHours ?? usualGapHours) * hour, max: 1 },
      ...(cadence.rolling ?? []).map(({ hours, max }) => ({
        name: 'rolling',
        window: hours * hour,
        max,
      })),
    ],
    rows: placementRows(input, channel, kinds.all, { ideas: ideas.length, placed }),
  };
}

function labelsOf({ draft, pillar }: Idea): PostLabels {
  return { pillar: pillar ?? draft.pillar, audience: draft.audience };
}

function kindsOf(ideas: readonly Idea[]) {
  const all: PostLabels[] = [];
  const indices = new Map<string, number>();
  const of = ({ pillar, audience }: PostLabels): number => {
    const name = JSON.stringify([pillar, audience]);
    const known = indices.get(name);
    if (known !== undefined) return known;
    indices.set(name, all.length);
    all.push({ pillar, audience });
    return all.length - 1;
  };
  for (const idea of ideas) of(labelsOf(idea));
  return { all, of };
}

function postOf(idea: Idea, slots: readonly CandidateSlot[], kind: number): PlacementPost {
  const { value = 1 } = idea;
  const from = idea.notBefore ? momentOfWall(idea.notBefore) : -Infinity;
  const to = idea.deadline ? momentOfWall(idea.deadline) : Infinity;
  return {
    value: Number.isFinite(value) ? value : 0,
    kind,
    firstSlot: countWhile(slots, ({ at }) => at < from),
    endSlot: countWhile(slots, ({ at }) => at <= to),
  };
}

function fixedPost(wall: WallTime, kind: number): FixedPost {
  return {
    at: momentOfWall(wall),
    day: dayNumber(wall.date),
    minute: minutesOf(wall.time),
    kind,
  };
}

function countWhile<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  const index = items.findIndex((item) => !holds(item));
  return index === -1 ? items.length : index;
}

/** The model of an account, if there is one. */
export function modelOf(
  timing: PlanCalendarInput['timing'],
  key: string,
): PostingTimeModel | undefined {
  return isModel(timing) ? timing : timing?.[key];
}

function isModel(timing: PlanCalendarInput['timing']): timing is PostingTimeModel {
  return typeof (timing as PostingTimeModel | undefined)?.surface === 'function';
}

function hourGains(slots: readonly CandidateSlot[], model: PostingTimeModel | undefined) {
  const surface = model?.surface();
  const zone = model?.zone ?? 'UTC';
  return Float64Array.from(slots, ({ at }) => {
    const estimate = surface?.[hourOfWeekAt(at, zone) % hoursPerWeek];
    return steady(1 + (estimate?.uplift.estimate ?? 0), finestGain);
  });
}
