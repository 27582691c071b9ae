import { placeGreedily } from './place-greedily.ts';
import type { Placement, PlacementProblem } from './placement-problem.ts';
import type { PlacementState } from './placement-state.ts';

/** A placement with what it is worth and what the best one might be worth. */
export interface PlacementSolution {
  readonly placement: Placement;
  readonly state: PlacementState;
  readonly value: number;
  /** No placement that keeps the limits is worth more. */
  readonly bound: number;
}

/** Solves one account. */
export function solvePlacement(problem: PlacementProblem): PlacementSolution {
  const state = placeGreedily(problem);
  const value = state.total();
  return { placement: state.placement, state, value, bound: looseBound(problem) };
}

/** Every post in its best hour, as if it were alone. */
function looseBound({ posts, gains }: PlacementProblem): number {
  return posts.reduce((sum, { value, kind, firstSlot, endSlot }) => {
    const own = gains[kind]?.subarray(firstSlot, endSlot) ?? new Float64Array();
    return sum + value * own.reduce((most, gain) => Math.max(most, gain), 0);
  }, 0);
}
