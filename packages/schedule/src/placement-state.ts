import { at } from './matrix.ts';
import { type Placement, isWithin, type PlacementProblem, rowCovers } from './placement-problem.ts';

/** A placement in the making: which limits are used up, and where there is still room. */
export interface PlacementState {
  readonly placement: Placement;
  /** The name of the first limit that forbids the post in the slot, if one does. */
  obstacle(post: number, slot: number): string | undefined;
  /** What the wishes gain, or lose, when a post of this kind comes to the slot. */
  wishGain(kind: number, slot: number): number;
  place(post: number, slot: number): void;
  remove(post: number): void;
  /** Value of all posts minus what unmet wishes cost. */
  total(): number;
}

/** Starts from the fixed posts. */
export function placementState(problem: PlacementProblem): PlacementState {
  const { slots, posts, fixed, gains, gap, rolling, rows } = problem;
  const placement = new Int32Array(posts.length).fill(-1);
  const moments = fixed.map((each) => each.at).toSorted((a, b) => a - b);
  const counts = rows.map((row) => fixed.filter((each) => rowCovers(row, each, each.kind)).length);
  const rowsOfSlot = slots.map((slot) =>
    rows.flatMap((row, index) => (isWithin(row, slot) ? [index] : [])),
  );
  const kindOf = (post: number) => posts[post]?.kind ?? -1;
  const covers = (row: number, kind: number) => rows[row]?.kinds?.has(kind) ?? true;

  function rollingObstacle(moment: number): string | undefined {
    for (const { window, max } of rolling) {
      const first = firstAtLeast(moments, moment - window + 1);
      const end = firstAtLeast(moments, moment + window);
      for (let start = first; start + max <= end; start += 1) {
        // With the new post, these max posts would lie within one window.
        const from = Math.min(at(moments, start), moment);
        const to = Math.max(at(moments, start + max - 1), moment);
        if (to - from < window) return 'rolling';
      }
    }
    return undefined;
  }

  function shift(post: number, slot: number, by: 1 | -1): void {
    for (const row of at2(rowsOfSlot, slot)) {
      if (covers(row, kindOf(post))) counts[row] = at(counts, row) + by;
    }
  }

  return {
    placement,
    obstacle(post, slot) {
      const candidate = slots[slot];
      const own = posts[post];
      if (!candidate || !own || slot < own.firstSlot || slot >= own.endSlot) return 'window';
      const next = firstAtLeast(moments, candidate.at);
      if (next < moments.length && at(moments, next) - candidate.at < Math.max(gap, 1))
        return 'gap';
      if (next > 0 && candidate.at - at(moments, next - 1) < gap) return 'gap';
      for (const row of at2(rowsOfSlot, slot)) {
        const limit = rows[row]?.atMost ?? Infinity;
        if (at(counts, row) >= limit && covers(row, own.kind)) return rows[row]?.name;
      }
      return rollingObstacle(candidate.at);
    },
    wishGain(kind, slot) {
      let gain = 0;
      for (const row of at2(rowsOfSlot, slot)) {
        const wish = rows[row];
        if (wish && at(counts, row) < wish.atLeast && covers(row, kind)) gain += wish.penalty;
      }
      return gain;
    },
    place(post, slot) {
      placement[post] = slot;
      const moment = slots[slot]?.at ?? 0;
      moments.splice(firstAtLeast(moments, moment), 0, moment);
      shift(post, slot, 1);
    },
    remove(post) {
      const slot = at(placement, post);
      placement[post] = -1;
      moments.splice(firstAtLeast(moments, slots[slot]?.at ?? 0), 1);
      shift(post, slot, -1);
    },
    total() {
      let sum = 0;
      placement.forEach((slot, post) => {
        if (slot >= 0) sum += (posts[post]?.value ?? 0) * at(gains[kindOf(post)] ?? [], slot);
      });
      rows.forEach(({ atLeast, penalty }, row) => {
        sum -= penalty * Math.max(0, atLeast - at(counts, row));
      });
      return sum;
    },
  };
}

function at2(lists: readonly (readonly number[])[], index: number): readonly number[] {
  return lists[index] ?? [];
}

/** The first place whose value is not below the bound. */
function firstAtLeast(sorted: readonly number[], bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(sorted, middle) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
