import { fits } from './improve-placement.ts';
import type { PlacementProblem } from './placement-problem.ts';
import type { PlacementState } from './placement-state.ts';

/**
 * Lets ideas of one worth go out in the order in which they were written down, wherever that breaks no
 * limit and costs no wish: a greeting comes before what follows it.
 */
export function orderIdeas({ posts }: PlacementProblem, state: PlacementState): void {
  const { placement } = state;
  posts.forEach((one, a) => {
    for (let b = a + 1; b < posts.length; b += 1) {
      const other = posts[b] as (typeof posts)[number];
      const [slotA, slotB] = [placement[a] as number, placement[b] as number];
      const isLater = slotB >= 0 && (slotA < 0 || slotB < slotA);
      if (
        one.value === other.value &&
        isLater &&
        fits(one, slotB) &&
        (slotA < 0 || fits(other, slotA))
      ) {
        exchange(state, { post: a, kind: one.kind }, { post: b, kind: other.kind });
      }
    }
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
  const lost = take(a, slotA) + take(b, slotB);
  const gained = put(a, slotB) + put(b, slotA);
  if (gained >= lost - 1e-9) return;
  for (const each of [a, b]) take(each, state.placement[each.post] as number);
  put(a, slotA);
  put(b, slotB);

  function take({ post, kind }: Placed, slot: number): number {
    if (slot < 0) return 0;
    const loss = state.wishLoss(kind, slot);
    state.remove(post);
    return loss;
  }

  /** What wishes gain; minus infinity where a limit forbids it. */
  function put({ post, kind }: Placed, slot: number): number {
    if (slot < 0) return 0;
    if ((state.blocked[kind]?.[slot] ?? 1) > 0) return -Infinity;
    const gain = state.wishGain(kind, slot);
    state.place(post, slot);
    return gain;
  }
}
