import {
  accountKey,
  type Calendar,
  epochMilliseconds,
  momentOfWall,
  type Publication,
  type WallTime,
} from '@affiche/core';
import type { CalendarChannel, Idea, PlanCalendarInput } from './calendar-input.ts';
import { type CalendarPlan, inOrder, pinnedPublications, planCalendar } from './plan-calendar.ts';
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
  const { calendar, ideas, strategy, published = [], audienceCaps = [], now } = input;
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
  // Only an audience's cap looks at other accounts.
  const roomOf = ({ account }: Pick<Publication, 'account'>) =>
    audienceCaps.length > 0 ? '' : accountKey(account);
  const rooms = Map.groupBy([...published, ...pinnedPublications(input)], roomOf);
  const brokenIn = new Map<string, ReadonlyMap<string, string>>();
  for (const publication of inOrder(calendar.publications)) {
    const found = wanted.get(publication.id);
    if (!found || out.has(publication.id)) continue;
    const { idea, channel } = found;
    const own = { draft: draftOf(idea), options: optionsOf(idea, channel) ?? {} };
    const stays = { ...publication, ...own };
    const room = roomOf(channel);
    const others = rooms.get(room) ?? [];
    const known = brokenIn.get(room) ?? brokenRules(channel, others);
    const all = [...others, stays];
    const broken = brokenRules(channel, all);
    const fresh = [...broken].find(([rule]) => !known.has(rule));
    const reason = whyNot(idea, stays) ?? fresh?.[1];
    if (reason === undefined) {
      kept.push(stays);
      rooms.set(room, all);
      if (room) brokenIn.set(room, broken);
    } else reasons.set(publication.id, reason);
  }
  const plan = planCalendar({ ...input, published: [...published, ...kept] });
  const before = new Map(calendar.publications.map((each) => [each.id, each]));
  const after = new Map(plan.publications.map((each) => [each.id, each]));
  return {
    ...plan,
    moved: plan.publications.flatMap(({ id, at }) => {
      const from = before.get(id)?.at;
      if (!from || momentOfWall(from) === momentOfWall(at)) return [];
      return [{ id, from, to: at, reason: reasons.get(id) ?? 'it was pinned elsewhere' }];
    }),
    added: [...after.keys()].filter((id) => !before.has(id)),
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };

  function whyNot(idea: Idea, publication: Publication): string | undefined {
    const at = momentOfWall(publication.at);
    if (idea.pinnedAt) return 'it is pinned';
    if (now !== undefined && at < epochMilliseconds(now)) return 'its time has passed';
    if (idea.notBefore && at < momentOfWall(idea.notBefore)) {
      return 'it may not go out before its flight';
    }
    if (idea.deadline && at > momentOfWall(idea.deadline)) {
      return 'its deadline is earlier';
    }
    if (publication.at.date < input.from || publication.at.date > input.to) {
      return 'its day lies outside the calendar';
    }
    return undefined;
  }

  function brokenRules(
    channel: CalendarChannel,
    publications: readonly Publication[],
  ): ReadonlyMap<string, string> {
    // What stays was approved in time already.
    const findings = reviewPlacement({ ...input, published: publications }, channel, publications);
    const rules = findings.filter(({ rule }) => !rule.endsWith('/unmet'));
    return new Map(rules.map((each) => [JSON.stringify(each), each.message]));
  }
}

function draftOf({ draft, pillar }: Idea): Publication['draft'] {
  return pillar === undefined ? draft : { ...draft, pillar };
}
