import type { Random } from '@affiche/core';
import { hourOfWeekAt, type HourOfWeek } from './hour-of-week.ts';
import { placedPosts } from './improve-placement.ts';
import { type PlacementProblem, weekOf } from './placement-problem.ts';
import type { PostingTimeModel } from './posting-time-model.ts';
import type { Proposal } from './propose-slot.ts';
import type { PlacementSolution } from './solve-placement.ts';

/**
 * Lets chance choose the hours of posts where history does not: each post, in order of time, goes to
 * an hour that its model proposes among those of its week that every rule leaves free and that no
 * wish loses by. What always goes out at the same hours can never show which hours are good.
 *
 * @returns Per slot taken, how likely that choice was.
 */
export function explorePlacement(
  { slots, posts }: PlacementProblem,
  { state }: PlacementSolution,
  model: PostingTimeModel,
  random: Random,
): Map<number, Proposal> {
  const proposals = new Map<number, Proposal>();
  const inTime = placedPosts(state).toSorted(
    (a, b) => (state.placement[a] as number) - (state.placement[b] as number),
  );
  for (const post of inTime) {
    const { kind, firstSlot, endSlot } = posts[post] as (typeof posts)[number];
    const old = state.placement[post] as number;
    const week = weekOf(slots, old);
    state.remove(post);
    const blocked = state.blocked[kind] as Uint16Array;
    const least = state.wishGain(kind, old);
    const free = new Map<HourOfWeek, number>();
    for (let slot = firstSlot; slot < endSlot; slot += 1) {
      if ((blocked[slot] as number) > 0 || weekOf(slots, slot) !== week) continue;
      if (state.wishGain(kind, slot) < least) continue;
      const hour = hourOfWeekAt(slots[slot]?.at ?? 0, model.zone);
      if (!free.has(hour)) free.set(hour, slot);
    }
    const proposal = model.propose(random, [...free.keys()], { draws: 50 });
    const chosen = free.get(proposal.slot) ?? old;
    state.place(post, chosen);
    proposals.set(chosen, proposal);
  }
  return proposals;
}

/** Whether a history is too weak to choose hours by, so that trying some is worth more. */
export function shouldExplore({ signal }: PostingTimeModel): boolean {
  return signal === 'none' || signal === 'thin';
}
