import { inBlocks } from './row-blocks.ts';

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
  let ids: Uint32Array = new Uint32Array(length);
  let count = 1;
  let decode: (group: number) => readonly unknown[] = noKey;
  const dense: Codes[] = [];
  for (const key of keys) {
    const codes = encode(key, length);
    const { size, value } = codes;
    const previous = decode;
    if (count * size <= mostDenseGroups) {
      dense.push(codes);
      count *= size;
      decode = (group) => [...previous(Math.floor(group / size)), value(group % size)];
    } else {
      inBlocks(length, (start, end) => extend(ids, dense, start, end));
      dense.length = 0;
      const compact = compactIds(ids, codes);
      ids = compact.ids;
      count = compact.pairs.length;
      decode = (group) => {
        const pair = compact.pairs[group]!;
        return [...previous(Math.floor(pair / size)), value(pair % size)];
      };
    }
  }
  const sizes = new Uint32Array(count + 1);
  inBlocks(length, (start, end) => {
    extend(ids, dense, start, end);
    if (keep) for (let row = start; row < end; row++) if (!keep(row)) ids[row] = count;
    countRows(sizes, ids, start, end);
  });
  return { ids, count, sizes, key: decode };
}

function countRows(sizes: Uint32Array, ids: Uint32Array, start: number, end: number): void {
  for (let row = start; row < end; row++) sizes[ids[row]!]!++;
}

/** Adds each key's codes as a further digit of the group numbers. */
function extend(ids: Uint32Array, keys: readonly Codes[], start: number, end: number): void {
  for (const { codes, size, offset } of keys) extendRows(ids, codes, size, offset, start, end);
}

function extendRows(
  ids: Uint32Array,
  codes: ArrayLike<number>,
  size: number,
  offset: number,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) ids[row] = ids[row]! * size + codes[row]! - offset;
}

const noKey = (): readonly unknown[] => [];

/** Numbers the distinct values of a column from 0. */
export function encode(column: ArrayLike<unknown>, length: number): Codes {
  return isIntegers(column) ? encodeIntegers(column, length) : encodeAny(column, length);
}

function encodeIntegers(column: Int32Array | Uint32Array, length: number): Codes {
  // Doubles would slow the loop down, and only unsigned words of 32 bits need them.
  const Range = column instanceof Uint32Array ? Float64Array : Int32Array;
  const range = Range.of(column[0] ?? 0, column[0] ?? 0);
  inBlocks(length, (start, end) => widen(range, column, start, end));
  const [low = 0, high = 0] = range;
  const size = length === 0 ? 1 : high - low + 1;
  if (size > mostDenseGroups) return encodeAny(column, length);
  return { codes: column, offset: low, size, value: (code) => code + low };
}

function widen(
  range: Int32Array | Float64Array,
  column: ArrayLike<number>,
  start: number,
  end: number,
): void {
  let [low = 0, high = 0] = range;
  for (let row = start; row < end; row++) {
    const value = column[row]!;
    if (value < low) low = value;
    else if (value > high) high = value;
  }
  range[0] = low;
  range[1] = high;
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

function compactIds(ids: Uint32Array, { codes, offset, size }: Codes) {
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
