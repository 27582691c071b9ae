import type { CandidateSlot } from './candidate-slots.ts';
import { weekNumber } from './plain-date.ts';

/** A limit or a wish over some days and times of the day. */
export interface PlacementRow {
  /** What it is called in reasons: `per-day`, `per-week`, `pillar-mix`. */
  readonly name: string;
  /** Which pillar, audience or part of the day it is about, if it is about one. */
  readonly about?: string;
  /** First and last day, as days since the epoch. */
  readonly fromDay: number;
  readonly toDay: number;
  /** From and before which minute of the day. */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** Only posts of these kinds count; all, if missing. */
  readonly kinds?: ReadonlySet<number>;
  /** No more posts than this. */
  readonly atMost: number;
  /** A wish for so many posts: each one missing costs `penalty`. */
  readonly atLeast: number;
  readonly penalty: number;
}

/** A post to place. */
export interface PlacementPost {
  readonly value: number;
  /** Which rows count it and what its hours are worth: one number per pillar and audience. */
  readonly kind: number;
  /** Candidate slots from this index on. */
  readonly firstSlot: number;
  /** Candidate slots before this index. */
  readonly endSlot: number;
}

/** A post that has its time already. */
export interface FixedPost {
  readonly at: number;
  readonly day: number;
  readonly minute: number;
  readonly kind: number;
}

/** At most `max` posts within any window of this length. */
interface RollingLimit {
  /** What it is called in reasons: `gap`, `rolling`. */
  readonly name: string;
  /** Milliseconds. */
  readonly window: number;
  readonly max: number;
}

/** Placing the posts of one account: each at most once, every limit kept, the most value. */
export interface PlacementProblem {
  readonly slots: readonly CandidateSlot[];
  readonly posts: readonly PlacementPost[];
  readonly fixed: readonly FixedPost[];
  /** Per kind, what a post of value 1 is worth in each slot. */
  readonly gains: readonly Float64Array[];
  /** At most so many posts within any so many milliseconds; a gap is a window for one post. */
  readonly rolling: readonly RollingLimit[];
  readonly rows: readonly PlacementRow[];
}

/** The slot of each post, -1 for none. */
export type Placement = Int32Array;

/** The week of a slot; none of a post that has no slot. */
export function weekOf(slots: readonly CandidateSlot[], slot: number): number {
  return weekNumber(slots[slot]?.day ?? -Infinity);
}
