import { epochMilliseconds, type Instant, type Publication, resolveWallTime } from '@affiche/core';
import type { CalendarChannel, Idea } from './calendar-input.ts';
import { nextFreeSlot } from './next-free-slot.ts';
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
 * Fits an urgent post in as early as every rule allows. Posts that were planned near it make room;
 * posts that are out stay, and so do quiet hours, days off and limits.
 */
export function placeNow(input: PlaceNowInput): UrgentPlan {
  const { urgent, now, calendar, strategy, published = [], slotMinutes = 15 } = input;
  const cutoff = epochMilliseconds(now);
  const gone = calendar.publications.filter(
    ({ at }) => epochMilliseconds(resolveWallTime(at)) <= cutoff,
  );
  const fixed = unique([...published, ...gone]);
  const placed = strategy.channels.flatMap((channel): Publication[] => {
    if (!isFor(urgent, channel)) return [];
    const search = { strategy, channel, after: now, idea: urgent, slotMinutes };
    // Only what is out can be in the way: everything else can be moved.
    const at = nextFreeSlot({ ...search, publications: fixed });
    return at ? [{ ...publicationOf(urgent, channel, at), priority: 'urgent' }] : [];
  });
  const plan = replanCalendar({ ...input, published: [...fixed, ...placed] });
  return { ...plan, urgent: placed };
}

function isFor({ platforms }: Idea, { account }: CalendarChannel): boolean {
  return platforms?.includes(account.platform) ?? true;
}

function unique(publications: readonly Publication[]): Publication[] {
  return [...new Map(publications.map((each) => [each.id, each])).values()];
}
