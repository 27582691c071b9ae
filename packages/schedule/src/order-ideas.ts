import { fits, placedPosts } from './improve-placement.ts';
import { type PlacementProblem, weekOf } from './placement-problem.ts';
import type { PlacementState } from './placement-state.ts';

/**
 * Lets ideas of one worth go out in the order in which they were written down, wherever that breaks no
 * limit and costs no wish: a greeting comes before what follows it. Ideas of different pillars change
 * places within a week only: a list written pillar by pillar would go out pillar by pillar.
 */
export function orderIdeas({ posts, slots }: PlacementProblem, state: PlacementState): void {
  const { placement } = state;
  let placed = placedPosts(state);
  posts.forEach((one, a) => {
    for (const b of placed) {
      const other = posts[b] as (typeof posts)[number];
      if (b < a || one.value !== other.value) continue;
      const [slotA, slotB] = [placement[a] as number, placement[b] as number];
      const isNear = one.kind === other.kind || weekOf(slots, slotA) === weekOf(slots, slotB);
      const mayLeave = slotA < 0 || (slotB < slotA && fits(other, slotA));
      if (isNear && mayLeave && fits(one, slotB)) {
        exchange(state, { post: a, kind: one.kind }, { post: b, kind: other.kind });
      }
    }
    if ((placement[a] as number) >= 0 && !placed.includes(a)) placed = placedPosts(state);
  });
}

interface Placed {
  readonly post: number;
  readonly kind: number;
}

/** Gives each the slot of the other, if both are then allowed and no wish is worse off. */
function exchange(state: PlacementState, a: Placed, b: Placed): void {
  const [slotA, slotB] = [state.placement[a.post] as number, state.placement[b.post] as number];
  if (a.kind === b.kind) {
    state.placement[a.post] = slotB;
    state.placement[b.post] = slotA;
    return;
  }
  let lost = state.wishLoss(a.kind, slotA);
  state.remove(a.post);
  lost += state.wishLoss(b.kind, slotB);
  state.remove(b.post);
  const gained = put(a, slotB) + put(b, slotA);
  if (gained >= lost - 1e-9) return;
  state.remove(a.post);
  state.remove(b.post);
  state.place(a.post, slotA);
  state.place(b.post, slotB);

  /** What wishes gain; minus infinity where a limit forbids it. */
  function put({ post, kind }: Placed, slot: number): number {
    if (state.blocked[kind]?.[slot] !== 0) return -Infinity;
    const gain = state.wishGain(kind, slot);
    state.place(post, slot);
    return gain;
  }
}
