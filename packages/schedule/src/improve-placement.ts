import type { CompiledPlacement } from './compile-placement.ts';
import { placeBest } from './place-greedily.ts';
import type { PlacementState } from './placement-state.ts';

/**
 * Betters a placement by small moves until none helps: a post to another slot, two posts exchanged,
 * a post that has no place for one that has.
 */
export function improvePlacement(
  compiled: CompiledPlacement,
  state: PlacementState,
  { rounds = 8 } = {},
): void {
  for (let round = 0; round < rounds; round += 1) {
    let isBetter = false;
    for (let post = 0; post < state.placement.length; post += 1) {
      isBetter = moveOrInsert(compiled, state, post) || isBetter;
    }
    isBetter = exchangePosts(compiled, state) || isBetter;
    isBetter = replacePosts(compiled, state) || isBetter;
    if (!isBetter) return;
  }
}

/** Takes a post out and puts it back where it is worth most. */
function moveOrInsert(compiled: CompiledPlacement, state: PlacementState, post: number): boolean {
  const old = state.placement[post] as number;
  if (old < 0) return placeBest(compiled, state, post);
  state.remove(post);
  placeBest(compiled, state, post);
  const now = state.placement[post] as number;
  if (now < 0) state.place(post, old);
  return now >= 0 && now !== old;
}

/** Exchanges posts of one kind so that the more valuable one has the better slot. */
function exchangePosts({ problem }: CompiledPlacement, state: PlacementState): boolean {
  const { posts, gains } = problem;
  const placed = placedPosts(state);
  let isBetter = false;
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      const [one, other] = [posts[a], posts[b]];
      const [slotA, slotB] = [state.placement[a] as number, state.placement[b] as number];
      if (one === undefined || other === undefined) continue;
      if (one.kind !== other.kind || !fits(one, slotB) || !fits(other, slotA)) continue;
      const own = gains[one.kind] ?? [];
      const gain = (one.value - other.value) * ((own[slotB] as number) - (own[slotA] as number));
      if (gain <= 1e-12) continue;
      // Of one kind, they use up the same limits.
      state.placement[a] = slotB;
      state.placement[b] = slotA;
      isBetter = true;
    }
  }
  return isBetter;
}

/** The posts that have a slot. */
export function placedPosts({ placement }: PlacementState): number[] {
  return [...placement.keys()].filter((post) => (placement[post] as number) >= 0);
}

/** Gives the slot of a less valuable post to one that has none. */
function replacePosts(compiled: CompiledPlacement, state: PlacementState): boolean {
  const { posts } = compiled.problem;
  const without = [...posts.keys()].filter((post) => (state.placement[post] as number) < 0);
  let isBetter = false;
  // Thousands may wait for a dozen places.
  let placed = placedPosts(state);
  for (const post of without.toSorted((a, b) => (posts[b]?.value ?? 0) - (posts[a]?.value ?? 0))) {
    if (!replaceOne(compiled, state, post, placed)) continue;
    placed = placedPosts(state);
    isBetter = true;
  }
  return isBetter;
}

function replaceOne(
  compiled: CompiledPlacement,
  state: PlacementState,
  post: number,
  placed: readonly number[],
): boolean {
  const { posts, gains } = compiled.problem;
  const wanted = posts[post];
  if (!wanted) return false;
  const candidates = placed
    .filter((other) => {
      const slot = state.placement[other] as number;
      return fits(wanted, slot) && (posts[other]?.value ?? 0) < wanted.value;
    })
    .toSorted((a, b) => (posts[a]?.value ?? 0) - (posts[b]?.value ?? 0))
    .slice(0, 3);
  if (candidates.length === 0) return false;
  const before = state.total();
  for (const other of candidates) {
    const slot = state.placement[other] as number;
    state.remove(other);
    const isFree = ((state.blocked[wanted.kind] ?? [])[slot] as number) === 0;
    if (isFree && wanted.value * ((gains[wanted.kind] ?? [])[slot] as number) > 0) {
      state.place(post, slot);
      placeBest(compiled, state, other);
      if (state.total() > before + 1e-12) return true;
      if ((state.placement[other] as number) >= 0) state.remove(other);
      state.remove(post);
    }
    state.place(other, slot);
  }
  return false;
}

/** Whether a slot lies in a post's own window. */
export function fits(
  { firstSlot, endSlot }: { readonly firstSlot: number; readonly endSlot: number },
  slot: number,
): boolean {
  return slot >= firstSlot && slot < endSlot;
}
