import type { CandidateSlot } from './candidate-slots.ts';

/** A limit or a wish over some days and times of the day. */
export interface PlacementRow {
  /** What it is called in reasons: `perDay`, `perWeek`, `pillar`. */
  readonly name: string;
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

/** Placing the posts of one account: each at most once, every limit kept, the most value. */
export interface PlacementProblem {
  readonly slots: readonly CandidateSlot[];
  readonly posts: readonly PlacementPost[];
  readonly fixed: readonly FixedPost[];
  /** Per kind, what a post of value 1 is worth in each slot. */
  readonly gains: readonly Float64Array[];
  /** Milliseconds between two posts. */
  readonly gap: number;
  readonly rolling: readonly { readonly window: number; readonly max: number }[];
  readonly rows: readonly PlacementRow[];
}

/** The slot of each post, -1 for none. */
export type Placement = Int32Array;

/** Whether a row counts a post of this kind at this time. */
export function rowCovers(row: PlacementRow, moment: LocalMoment, kind: number): boolean {
  return isWithin(row, moment) && (row.kinds?.has(kind) ?? true);
}

/** A day since the epoch and a minute of the day, on the wall. */
interface LocalMoment {
  readonly day: number;
  readonly minute: number;
}

/** Whether a time falls into a row's days and hours. */
export function isWithin(row: PlacementRow, { day, minute }: LocalMoment): boolean {
  return (
    day >= row.fromDay && day <= row.toDay && minute >= row.fromMinute && minute < row.toMinute
  );
}
