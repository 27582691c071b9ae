/** Every row's group, and what each group is called. */
export interface Groups {
  /** The group of each row; `count` itself is the bin of rows left out. */
  readonly ids: Uint32Array;
  /** How many groups there are, without the bin. */
  readonly count: number;
  /** Rows per group, the bin last. */
  readonly sizes: Uint32Array;
  /** The key values of a group, in the order of the key columns. */
  readonly key: (group: number) => readonly unknown[];
}

interface Codes {
  readonly codes: ArrayLike<number>;
  readonly offset: number;
  readonly size: number;
  readonly value: (code: number) => unknown;
}

// Up to here a counter for every combination is cheaper than a hash of those that occur.
const mostDenseGroups = 1 << 22;

/** Groups rows by the combination of their key columns, leaving out those that are not kept. */
export function groupRows(
  length: number,
  keys: readonly ArrayLike<unknown>[],
  keep: ((row: number) => boolean) | undefined,
): Groups {
  let ids = new Uint32Array(length);
  let count = 1;
  let decode: (group: number) => readonly unknown[] = noKey;
  for (const key of keys) {
    const { codes, offset, size, value } = encode(key, length);
    const previous = decode;
    if (count * size <= mostDenseGroups) {
      if (count === 1) ids.set(codes);
      else for (let row = 0; row < length; row++) ids[row] = ids[row]! * size + codes[row]!;
      if (offset !== 0) for (let row = 0; row < length; row++) ids[row]! -= offset;
      count *= size;
      decode = (group) => [...previous(Math.floor(group / size)), value(group % size)];
    } else {
      const compact = compactIds(ids, codes, offset, size);
      ids = compact.ids;
      count = compact.pairs.length;
      decode = (group) => {
        const pair = compact.pairs[group]!;
        return [...previous(Math.floor(pair / size)), value(pair % size)];
      };
    }
  }
  if (keep) for (let row = 0; row < length; row++) if (!keep(row)) ids[row] = count;
  const sizes = new Uint32Array(count + 1);
  for (let row = 0; row < length; row++) sizes[ids[row]!]!++;
  return { ids, count, sizes, key: decode };
}

const noKey = (): readonly unknown[] => [];

/** Numbers the distinct values of a column from 0. */
export function encode(column: ArrayLike<unknown>, length: number): Codes {
  return isIntegers(column) ? encodeIntegers(column, length) : encodeAny(column, length);
}

function encodeIntegers(column: Int32Array | Uint32Array, length: number): Codes {
  // Starting from a cell, not from infinity, keeps the whole loop in integers.
  let low = column[0] ?? 0;
  let high = low;
  for (let row = 1; row < length; row++) {
    const value = column[row]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  const size = length === 0 ? 1 : high - low + 1;
  if (size > mostDenseGroups) return encodeAny(column, length);
  return { codes: column, offset: low, size, value: (code) => code + low };
}

function encodeAny(column: ArrayLike<unknown>, length: number): Codes {
  const codes = new Uint32Array(length);
  const known = new Map<unknown, number>();
  const values: unknown[] = [];
  for (let row = 0; row < length; row++) {
    const value = column[row] ?? null;
    let code = known.get(value);
    if (code === undefined) {
      code = values.length;
      known.set(value, code);
      values.push(value);
    }
    codes[row] = code;
  }
  return { codes, offset: 0, size: Math.max(1, values.length), value: (code) => values[code] };
}

function compactIds(ids: Uint32Array, codes: ArrayLike<number>, offset: number, size: number) {
  const known = new Map<number, number>();
  const pairs: number[] = [];
  const compact = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const pair = ids[row]! * size + codes[row]! - offset;
    let id = known.get(pair);
    if (id === undefined) {
      id = pairs.length;
      known.set(pair, id);
      pairs.push(pair);
    }
    compact[row] = id;
  }
  return { ids: compact, pairs };
}

function isIntegers(column: ArrayLike<unknown>): column is Int32Array | Uint32Array {
  return (
    ArrayBuffer.isView(column) &&
    !(
      column instanceof Float64Array ||
      column instanceof Float32Array ||
      column instanceof DataView
    )
  );
}
