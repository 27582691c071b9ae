import type { CompiledPlacement } from './compile-placement.ts';
import type { Placement } from './placement-problem.ts';

/** A placement in the making: which limits are used up, and where there is still room. */
export interface PlacementState {
  readonly placement: Placement;
  /** Per kind and slot, how many limits are used up: 0 means free. */
  readonly blocked: readonly Uint16Array[];
  /** The names of all limits that forbid a post of the kind in the slot. */
  obstacles(kind: number, slot: number): string[];
  /** What the wishes gain when a post of this kind comes to the slot. */
  wishGain(kind: number, slot: number): number;
  /** What the wishes lose when a post of this kind leaves the slot. */
  wishLoss(kind: number, slot: number): number;
  place(post: number, slot: number): void;
  remove(post: number): void;
  /** Value of all posts minus what unmet wishes cost. */
  total(): number;
}

/** Starts with no post placed. */
export function placementState(compiled: CompiledPlacement): PlacementState {
  const { problem, rows, rowsOf } = compiled;
  const { posts, gains } = problem;
  const placement = new Int32Array(posts.length).fill(-1);
  const counts = new Int32Array(rows.length);
  const blocked = gains.map(() => new Uint16Array(compiled.slots));
  const hasWishes = rows.some(({ atLeast }) => atLeast > 0);
  rows.forEach(({ atMost }, row) => {
    if (atMost === 0) block(row, 1);
  });

  function block(row: number, by: 1 | -1): void {
    const own = rows[row];
    if (!own) return;
    const { pieces, kinds } = own;
    for (const kind of kinds) {
      const limits = blocked[kind] as Uint16Array;
      for (let piece = 0; piece < pieces.length; piece += 2) {
        const end = pieces[piece + 1] as number;
        for (let slot = pieces[piece] as number; slot < end; slot += 1) {
          limits[slot] = (limits[slot] as number) + by;
        }
      }
    }
  }

  function shift(kind: number, slot: number, by: 1 | -1): void {
    for (const row of rowsOf[slot] ?? []) {
      const own = rows[row];
      if (!own?.kinds.includes(kind)) continue;
      const count = (counts[row] as number) + by;
      counts[row] = count;
      if (by === 1 && count === own.atMost) block(row, 1);
      if (by === -1 && count === own.atMost - 1) block(row, -1);
    }
  }

  function wishes(kind: number, slot: number, shortBy: number): number {
    let sum = 0;
    if (!hasWishes) return sum;
    for (const row of rowsOf[slot] ?? []) {
      const own = rows[row];
      if (own && (counts[row] as number) + shortBy < own.atLeast && own.kinds.includes(kind)) {
        sum += own.penalty;
      }
    }
    return sum;
  }

  return {
    placement,
    blocked,
    obstacles: (kind, slot) =>
      Array.from(rowsOf[slot] ?? []).flatMap((row) => {
        const { name, atMost, kinds } = rows[row] as (typeof rows)[number];
        return (counts[row] as number) >= atMost && kinds.includes(kind) ? [name] : [];
      }),
    wishGain: (kind, slot) => wishes(kind, slot, 0),
    wishLoss: (kind, slot) => wishes(kind, slot, -1),
    place(post, slot) {
      placement[post] = slot;
      shift(posts[post]?.kind ?? 0, slot, 1);
    },
    remove(post) {
      shift(posts[post]?.kind ?? 0, placement[post] as number, -1);
      placement[post] = -1;
    },
    total() {
      let sum = 0;
      placement.forEach((slot, index) => {
        const post = posts[index];
        if (slot >= 0 && post) sum += post.value * ((gains[post.kind] ?? [])[slot] as number);
      });
      rows.forEach(({ atLeast, penalty }, row) => {
        sum -= penalty * Math.max(0, atLeast - (counts[row] as number));
      });
      return sum;
    },
  };
}
