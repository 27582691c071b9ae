import type { CompiledPlacement } from './compile-placement.ts';

/** A limit (`sign` 1) or a wish (`sign` -1) as a price sees it. */
export interface DualRow {
  readonly pieces: Int32Array;
  readonly kinds: readonly number[];
  readonly limit: number;
  readonly sign: 1 | -1;
  /** The highest price: a wish never pays more than its penalty. */
  readonly ceiling: number;
}

/** The rows that need a price: those that could bind. */
export function dualRows({ rows, problem }: CompiledPlacement): DualRow[] {
  return rows.flatMap(({ pieces, kinds, atMost, atLeast, penalty }): DualRow[] => {
    const found: DualRow[] = [];
    if (atMost < problem.posts.length && pieces.length > 0) {
      found.push({ pieces, kinds, limit: atMost, sign: 1, ceiling: Infinity });
    }
    if (atLeast > 0) found.push({ pieces, kinds, limit: atLeast, sign: -1, ceiling: penalty });
    return found;
  });
}
