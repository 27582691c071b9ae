import type { CompiledPlacement } from './compile-placement.ts';
import { type PlacementState, placementState } from './placement-state.ts';

/** What a slot costs a post of a kind, beyond what it is worth: one array per kind. */
export type SlotPrices = readonly Float64Array[];

/**
 * Gives each post, the most valuable first, the best slot that is left; ties go to the earlier slot.
 * Prices, if given, tell what a slot is worth to the others.
 */
export function placeGreedily(compiled: CompiledPlacement, prices?: SlotPrices): PlacementState {
  const { posts } = compiled.problem;
  const state = placementState(compiled);
  const order = posts
    .map((post, index) => ({ post, index, room: post.endSlot - post.firstSlot }))
    // Of two posts of one value, the one with less choice goes first.
    .toSorted((a, b) => b.post.value - a.post.value || a.room - b.room || a.index - b.index);
  for (const { index } of order) placeBest(compiled, state, index, prices);
  // A slot that was too dear for one post and that nobody took is better used than empty.
  if (prices) {
    for (const { index } of order) {
      if ((state.placement[index] as number) < 0) placeBest(compiled, state, index);
    }
  }
  return state;
}

/** Puts a post into the best slot that is free for it, if one is worth it. */
export function placeBest(
  { problem }: CompiledPlacement,
  state: PlacementState,
  index: number,
  prices?: SlotPrices,
): boolean {
  const post = problem.posts[index];
  if (!post) return false;
  const slot = bestFreeSlot(problem.gains[post.kind], post, state, prices?.[post.kind]);
  if (slot >= 0) state.place(index, slot);
  return slot >= 0;
}

function bestFreeSlot(
  gains: Float64Array = new Float64Array(),
  { kind, value, firstSlot, endSlot }: CompiledPlacement['problem']['posts'][number],
  state: PlacementState,
  prices: Float64Array | undefined,
): number {
  const blocked = state.blocked[kind] as Uint16Array;
  let best = -1;
  let most = 0;
  for (let slot = firstSlot; slot < endSlot; slot += 1) {
    if ((blocked[slot] as number) > 0) continue;
    // Prices hold the wishes already.
    const gain =
      value * (gains[slot] as number) -
      (prices ? (prices[slot] as number) : -state.wishGain(kind, slot));
    if (gain > most) {
      best = slot;
      most = gain;
    }
  }
  return best;
}
