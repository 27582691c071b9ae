import { type Integers, isIntegers } from './numbers.ts';
import { collectBits, inBlocks } from './row-blocks.ts';

/** A column's values as numbers from `offset` on. */
export interface Codes {
  readonly codes: ArrayLike<number>;
  readonly offset: number;
  readonly size: number;
  readonly value: (code: number) => unknown;
}

// Up to here a counter for every combination is cheaper than a hash of those that occur.
export const mostDenseGroups = 1 << 22;
// Few enough that counters for codes which do not occur cost nothing.
const fewCodes = 1 << 12;

/** Numbers the distinct values of a column from 0. */
export function encode(column: ArrayLike<unknown>, length: number): Codes {
  return isIntegers(column) ? encodeIntegers(column, length) : encodeAny(column, length);
}

function encodeIntegers(column: Integers, length: number): Codes {
  // The bits that occur bound the values from above, at half the price of looking for the extremes.
  const bits = new Int32Array(1);
  inBlocks(length, (start, end) => collectBits(bits, column, start, end));
  const most = 2 ** (32 - Math.clz32(bits[0]!));
  if (most <= fewCodes) return { codes: column, offset: 0, size: most, value: (code) => code };
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
