/** One row of a table of paths. */
export interface PathRow {
  readonly path: readonly string[];
  readonly conversions: number;
  readonly nulls: number;
}

/**
 * Removal effects computed the long way: states by name, a full matrix, Gauss's elimination with
 * pivots, once for each channel. What the fast solver is held against.
 */
export function denseRemovalEffects(rows: readonly PathRow[], order: number): Map<string, number> {
  const counts = new Map<string, Map<string, number>>();
  const count = (from: string, to: string, weight: number) => {
    const row = counts.get(from) ?? new Map<string, number>();
    row.set(to, (row.get(to) ?? 0) + weight);
    counts.set(from, row);
  };
  for (const { path, conversions, nulls } of rows) {
    const weight = conversions + nulls;
    if (weight === 0 || path.length === 0) continue;
    const width = Math.min(order, path.length);
    const states = Array.from({ length: path.length - width + 1 }, (_each, index) =>
      path.slice(index, index + width).join('>'),
    ).filter((state, index, all) => state !== all[index - 1]);
    let from = '(start)';
    for (const state of states) {
      count(from, state, weight);
      from = state;
    }
    count(from, '(conversion)', conversions);
    count(from, '(null)', nulls);
  }
  const whole = absorption(counts, undefined);
  const channels = new Set(rows.flatMap(({ path }) => path));
  return new Map(
    [...channels].map((channel) => [channel, (whole - absorption(counts, channel)) / whole]),
  );
}

/** The probability of ending in a conversion from the start, with one channel's states cut off. */
function absorption(
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>,
  removed: string | undefined,
): number {
  const names = [...counts.keys()].filter(
    (name) => removed === undefined || !name.split('>').includes(removed),
  );
  const matrix = names.map((from, index) => {
    const row = counts.get(from) ?? new Map<string, number>();
    const sum = [...row.values()].reduce((all, each) => all + each, 0);
    const transitions = names.map(
      (to, column) => (index === column ? 1 : 0) - (row.get(to) ?? 0) / sum,
    );
    return [...transitions, (row.get('(conversion)') ?? 0) / sum];
  });
  return eliminate(matrix)[names.indexOf('(start)')] ?? Number.NaN;
}

function eliminate(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let column = 0; column < size; column += 1) {
    let best = column;
    for (let row = column; row < size; row += 1) {
      if (Math.abs(matrix[row]![column]!) > Math.abs(matrix[best]![column]!)) best = row;
    }
    [matrix[column], matrix[best]] = [matrix[best]!, matrix[column]!];
    const pivot = matrix[column]!;
    for (const [row, own] of matrix.entries()) {
      const factor = own[column]! / pivot[column]!;
      if (row === column || factor === 0) continue;
      for (let each = column; each <= size; each += 1) own[each]! -= factor * pivot[each]!;
    }
  }
  return matrix.map((row, index) => row[size]! / row[index]!);
}
