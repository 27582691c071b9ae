import {
  accountKey,
  type Calendar,
  epochMilliseconds,
  type Publication,
  resolveWallTime,
  type WallTime,
} from '@affiche/core';
import type { Idea, PlanCalendarInput } from './calendar-input.ts';
import { type CalendarPlan, planCalendar } from './plan-calendar.ts';
import { optionsOf, publicationId } from './publication-of.ts';
import { reviewPlacement } from './review-placement.ts';

/** What a calendar is planned again from. */
export interface ReplanCalendarInput extends PlanCalendarInput {
  /** The calendar as it was. */
  readonly calendar: Calendar;
}

/** What moved, from when to when. */
export interface MovedPublication {
  readonly id: string;
  readonly from: WallTime;
  readonly to: WallTime;
  readonly reason: string;
}

/** A calendar planned again, with what is different. */
export interface Replan extends CalendarPlan {
  readonly moved: readonly MovedPublication[];
  /** Ids of publications that were not there before. */
  readonly added: readonly string[];
  /** Ids of publications that are no longer there. */
  readonly removed: readonly string[];
}

/**
 * Plans again after a change of ideas or rules and moves as little as possible: what still keeps the
 * rules stays where it is, what does not is placed anew, and what was published never moves.
 */
export function replanCalendar(input: ReplanCalendarInput): Replan {
  const { calendar, ideas, strategy, published = [], now } = input;
  const out = new Set(published.map(({ id }) => id));
  const wanted = new Map(
    strategy.channels.flatMap((channel) =>
      ideas
        .filter(({ platforms }) => platforms?.includes(channel.account.platform) ?? true)
        .map((idea) => [publicationId(idea.draft.id, channel), { idea, channel }] as const),
    ),
  );
  const kept: Publication[] = [];
  const reasons = new Map<string, string>();
  for (const publication of byTime(calendar.publications)) {
    const found = wanted.get(publication.id);
    if (!found || out.has(publication.id)) continue;
    const reason = whyNot(input, found.idea, publication, [...published, ...kept]);
    const { idea, channel } = found;
    if (reason === undefined) {
      kept.push({ ...publication, draft: draftOf(idea), options: optionsOf(idea, channel) ?? {} });
    } else reasons.set(publication.id, reason);
  }
  const plan = planCalendar({ ...input, published: [...published, ...kept] });
  const before = new Map(calendar.publications.map((each) => [each.id, each]));
  const after = new Map(plan.publications.map((each) => [each.id, each]));
  return {
    ...plan,
    moved: plan.publications.flatMap(({ id, at }) => {
      const from = before.get(id)?.at;
      if (!from || resolveWallTime(from) === resolveWallTime(at)) return [];
      return [{ id, from, to: at, reason: reasons.get(id) ?? 'it was pinned elsewhere' }];
    }),
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };

  function whyNot(
    rules: PlanCalendarInput,
    idea: Idea,
    publication: Publication,
    others: readonly Publication[],
  ): string | undefined {
    const at = epochMilliseconds(resolveWallTime(publication.at));
    if (idea.pinnedAt) return 'it is pinned';
    if (now !== undefined && at < epochMilliseconds(now)) return 'its time has passed';
    if (idea.notBefore && at < epochMilliseconds(resolveWallTime(idea.notBefore))) {
      return 'it may not go out before its flight';
    }
    if (idea.deadline && at > epochMilliseconds(resolveWallTime(idea.deadline))) {
      return 'its deadline is earlier';
    }
    if (publication.at.date < rules.from || publication.at.date > rules.to) {
      return 'its day lies outside the calendar';
    }
    const channel = strategy.channels.find(
      ({ account }) => accountKey(account) === accountKey(publication.account),
    );
    if (!channel) return 'its channel is gone';
    const broken = (publications: readonly Publication[]) =>
      reviewPlacement(rules, channel, publications).filter(
        ({ rule }) => rule !== 'schedule/cadence/unmet',
      );
    const known = broken(others).length;
    return broken([...others, publication]).slice(known)[0]?.message;
  }
}

function draftOf({ draft, pillar }: Idea): Publication['draft'] {
  return pillar === undefined ? draft : { ...draft, pillar };
}

function byTime(publications: readonly Publication[]): Publication[] {
  return publications.toSorted((a, b) => {
    const [first, second] = [resolveWallTime(a.at), resolveWallTime(b.at)];
    return first < second ? -1 : first > second ? 1 : 0;
  });
}
