import type { CandidateSlot } from './candidate-slots.ts';
import { fits, placedPosts } from './improve-placement.ts';
import type { PlacementProblem } from './placement-problem.ts';
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
    const wasOut = (placement[a] as number) < 0;
    for (const b of placed) {
      const other = posts[b] as (typeof posts)[number];
      if (b < a || one.value !== other.value) continue;
      const [slotA, slotB] = [placement[a] as number, placement[b] as number];
      const isLater = slotA < 0 || slotB < slotA;
      const isNear = one.kind === other.kind || weekOf(slots[slotA]) === weekOf(slots[slotB]);
      if (isLater && isNear && fits(one, slotB) && (slotA < 0 || fits(other, slotA))) {
        exchange(state, { post: a, kind: one.kind }, { post: b, kind: other.kind });
      }
    }
    if (wasOut && (placement[a] as number) >= 0) placed = placedPosts(state);
  });
}

/** Weeks begin on Mondays: the first day of the epoch was a Thursday. */
function weekOf(slot: CandidateSlot | undefined): number | undefined {
  return slot && Math.floor((slot.day + 3) / 7);
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
