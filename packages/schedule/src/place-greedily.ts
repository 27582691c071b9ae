import { at } from './matrix.ts';
import type { PlacementProblem } from './placement-problem.ts';
import { type PlacementState, placementState } from './placement-state.ts';

/** Gives each post, the most valuable first, the best slot that is left; ties go to the earlier slot. */
export function placeGreedily(problem: PlacementProblem): PlacementState {
  const state = placementState(problem);
  const order = problem.posts
    .map((post, index) => ({ post, index, room: post.endSlot - post.firstSlot }))
    // Of two posts of one value, the one with less choice goes first.
    .toSorted((a, b) => b.post.value - a.post.value || a.room - b.room || a.index - b.index);
  for (const { index } of order) placeBest(problem, state, index);
  return state;
}

/** Puts a post into the best slot that is free for it, if there is one. */
export function placeBest(problem: PlacementProblem, state: PlacementState, post: number): boolean {
  const own = problem.posts[post];
  if (!own) return false;
  let best = -1;
  let most = 0;
  const gains = problem.gains[own.kind] ?? [];
  for (let slot = own.firstSlot; slot < own.endSlot; slot += 1) {
    const gain = own.value * at(gains, slot) + state.wishGain(own.kind, slot);
    if (gain > most && state.obstacle(post, slot) === undefined) {
      best = slot;
      most = gain;
    }
  }
  if (best >= 0) state.place(post, best);
  return best >= 0;
}
