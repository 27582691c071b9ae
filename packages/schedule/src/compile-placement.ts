import type { FixedPost, PlacementProblem, PlacementRow } from './placement-problem.ts';

/** A limit or a wish over slots, with what fixed posts use of it already taken off. */
interface CompiledRow {
  readonly name: string;
  /** Pairs: from a slot on, before a slot. */
  readonly pieces: Int32Array;
  /** The kinds of posts it counts. */
  readonly kinds: readonly number[];
  readonly atMost: number;
  readonly atLeast: number;
  readonly penalty: number;
}

/** A problem in the shape that search wants: every rule is a row over ranges of slots. */
export interface CompiledPlacement {
  readonly problem: PlacementProblem;
  readonly slots: number;
  readonly kinds: number;
  readonly rows: readonly CompiledRow[];
  /** The rows that each slot belongs to. */
  readonly rowsOf: readonly Int32Array[];
}

/** Turns days, hours and windows of time into ranges of slots. */
export function compilePlacement(problem: PlacementProblem): CompiledPlacement {
  const kinds = problem.gains.map((_, kind) => kind);
  const moments = Float64Array.from(problem.slots, (slot) => slot.at);
  const rows = [
    ...problem.rows.map((row) => compileRow(row, problem, kinds)),
    ...problem.rolling.flatMap(({ name, window, max }) =>
      rollingWindows(moments, problem.fixed, window).map(({ from, to, taken }) => ({
        name,
        pieces: Int32Array.of(from, to),
        kinds,
        atMost: Math.max(0, max - taken),
        atLeast: 0,
        penalty: 0,
      })),
    ),
  ].filter(({ pieces, atLeast }) => pieces.length > 0 || atLeast > 0);
  const members: number[][] = problem.slots.map(() => []);
  rows.forEach(({ pieces }, row) => {
    for (let piece = 0; piece < pieces.length; piece += 2) {
      for (let slot = pieces[piece] as number; slot < (pieces[piece + 1] as number); slot += 1) {
        members[slot]?.push(row);
      }
    }
  });
  return {
    problem,
    slots: problem.slots.length,
    kinds: kinds.length,
    rows,
    rowsOf: members.map((own) => Int32Array.from(own)),
  };
}

function compileRow(
  row: PlacementRow,
  { slots, fixed }: PlacementProblem,
  allKinds: readonly number[],
): CompiledRow {
  const pieces: number[] = [];
  let isInside = false;
  slots.forEach((slot, index) => {
    const belongs = isWithin(row, slot);
    if (belongs !== isInside) pieces.push(index);
    isInside = belongs;
  });
  if (isInside) pieces.push(slots.length);
  const { kinds } = row;
  const taken = fixed.filter(
    (post) => isWithin(row, post) && (kinds?.has(post.kind) ?? true),
  ).length;
  return {
    name: row.name,
    pieces: Int32Array.from(pieces),
    kinds: kinds ? allKinds.filter((kind) => kinds.has(kind)) : allKinds,
    atMost: Math.max(0, row.atMost - taken),
    atLeast: Math.max(0, row.atLeast - taken),
    penalty: row.penalty,
  };
}

/** Whether a row counts a time. */
export function isWithin(
  row: PlacementRow,
  { day, minute }: { readonly day: number; readonly minute: number },
): boolean {
  return (
    day >= row.fromDay && day <= row.toDay && minute >= row.fromMinute && minute < row.toMinute
  );
}

/** The windows that begin with a slot or a fixed post: a limit that holds in them holds in all. */
function rollingWindows(moments: Float64Array, fixed: readonly FixedPost[], length: number) {
  const held = fixed.map((post) => post.at).toSorted((a, b) => a - b);
  // A window that ends with a fixed post begins before it, at some slot; one that begins with it, at it.
  const starts = [...new Set([...moments, ...held])].toSorted((a, b) => a - b);
  let from = 0;
  let to = 0;
  let heldFrom = 0;
  let heldTo = 0;
  return starts.flatMap((start) => {
    while (from < moments.length && (moments[from] as number) < start) from += 1;
    while (to < moments.length && (moments[to] as number) < start + length) to += 1;
    while (heldFrom < held.length && (held[heldFrom] as number) < start) heldFrom += 1;
    while (heldTo < held.length && (held[heldTo] as number) < start + length) heldTo += 1;
    return to > from ? [{ from, to, taken: heldTo - heldFrom }] : [];
  });
}
