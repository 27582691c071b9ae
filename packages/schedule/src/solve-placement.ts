import { type CompiledPlacement, compilePlacement } from './compile-placement.ts';
import { improvePlacement } from './improve-placement.ts';
import { placeGreedily } from './place-greedily.ts';
import type { Placement, PlacementProblem } from './placement-problem.ts';
import type { PlacementState } from './placement-state.ts';
import { priceSlots } from './price-slots.ts';

/** A placement with what it is worth and what the best one might be worth. */
export interface PlacementSolution {
  readonly placement: Placement;
  readonly state: PlacementState;
  readonly value: number;
  /** No placement that keeps the limits is worth more. */
  readonly bound: number;
}

/** How long to search. */
export interface SolvePlacementOptions {
  /** Enough when the bound is this near, as a share of it. */
  readonly goodEnough?: number;
  /** Rounds of pricing between two attempts, and how many attempts. */
  readonly rounds?: number;
  readonly attempts?: number;
}

/** Greedy first; then prices tell the greedy what slots are worth to others, again and again. */
export function solvePlacement(
  problem: PlacementProblem,
  { goodEnough = 0.002, rounds = 40, attempts = 10 }: SolvePlacementOptions = {},
): PlacementSolution {
  const compiled = compilePlacement(problem);
  const pricing = priceSlots(compiled);
  let best = improved(compiled, placeGreedily(compiled));
  let value = best.total();
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    pricing.improve(rounds, value);
    if (pricing.bound - value <= goodEnough * Math.abs(pricing.bound)) break;
    const state = improved(compiled, placeGreedily(compiled, pricing.prices));
    const total = state.total();
    if (total > value) {
      best = state;
      value = total;
    }
  }
  return { placement: best.placement, state: best, value, bound: Math.max(value, pricing.bound) };
}

function improved(compiled: CompiledPlacement, state: PlacementState): PlacementState {
  improvePlacement(compiled, state);
  return state;
}
