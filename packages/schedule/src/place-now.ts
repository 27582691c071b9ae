import {
  type Calendar,
  epochMilliseconds,
  type Instant,
  instant,
  momentOfWall,
  type Publication,
} from '@affiche/core';
import type { CalendarChannel, Idea } from './calendar-input.ts';
import { earliestMoment } from './candidate-slots.ts';
import { nextFreeSlot } from './next-free-slot.ts';
import { pinnedPublications } from './plan-calendar.ts';
import { publicationOf } from './publication-of.ts';
import { type Replan, replanCalendar, type ReplanCalendarInput } from './replan-calendar.ts';

/** Something that cannot wait, and the calendar it must fit into. */
export interface PlaceNowInput extends Omit<ReplanCalendarInput, 'now'> {
  readonly urgent: Idea;
  readonly now: Instant;
}

/** The calendar with the urgent post in it, and what had to make room. */
export interface UrgentPlan extends Replan {
  /** When the urgent post goes out, per channel; a channel without any time left is missing. */
  readonly urgent: readonly Publication[];
}

/**
 * Fits an urgent post in as early as every rule allows, the approval lead included. Posts that were
 * planned near it make room; posts that are out or pinned stay, and so do quiet hours, days off and
 * limits. A channel on which nothing is free until the calendar ends is told among `unplaced`.
 */
export function placeNow(input: PlaceNowInput): UrgentPlan {
  const { urgent, now, calendar, strategy, published = [], slotMinutes = 15, to } = input;
  const cutoff = epochMilliseconds(now);
  const gone = calendar.publications.filter(({ at }) => momentOfWall(at) <= cutoff);
  const fixed = unique([...published, ...gone]);
  // Only what is out or pinned can be in the way: everything else can be moved.
  const publications = unique([...fixed, ...pinnedPublications(input)]);
  const after = instant(earliestMoment(now, input.approvalLeadHours));
  const placed: Publication[] = [];
  const unplaced: Calendar['unplaced'] = [];
  for (const channel of strategy.channels) {
    if (!isFor(urgent, channel)) continue;
    const at = nextFreeSlot({ ...input, channel, publications, after, idea: urgent, slotMinutes });
    if (at && at.date <= to) {
      const publication: Publication = {
        ...publicationOf(urgent, channel, at),
        priority: 'urgent',
      };
      placed.push(publication);
      publications.push(publication);
    } else {
      const reason = `${channel.account.platform}: nothing is free until ${to}`;
      unplaced.push({ draft: urgent.draft, reason });
    }
  }
  const plan = replanCalendar({ ...input, published: [...fixed, ...placed] });
  return { ...plan, unplaced: [...unplaced, ...plan.unplaced], urgent: placed };
}

function isFor({ platforms }: Idea, { account }: CalendarChannel): boolean {
  return platforms?.includes(account.platform) ?? true;
}

function unique(publications: readonly Publication[]): Publication[] {
  return [...new Map(publications.map((each) => [each.id, each])).values()];
}
