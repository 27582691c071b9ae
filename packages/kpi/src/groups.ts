import { type Codes, encode, mostDenseGroups } from './codes.ts';
import { blockRows, inBlocks } from './row-blocks.ts';

/** Every row's group, and what each group is called. */
export interface Groups {
  /** How many rows there are. */
  readonly length: number;
  /** How many groups there are, without the bin. */
  readonly count: number;
  /** The group of each row; `count` itself is the bin of rows left out. Made when first asked for. */
  readonly ids: Uint32Array;
  /** Rows per group, the bin last. */
  readonly sizes: Uint32Array;
  /**
   * Visits all rows in blocks, with the groups of the rows from `start` to `end`. What can be done in
   * this way never writes the groups of all rows to memory.
   */
  readonly eachBlock: (visit: (ids: Uint32Array, start: number, end: number) => void) => void;
  /** The key values of a group, in the order of the key columns. */
  readonly key: (group: number) => readonly unknown[];
}

/** Groups rows by the combination of their key columns, leaving out those that are not kept. */
export function groupRows(
  length: number,
  keys: readonly ArrayLike<unknown>[],
  keep: ((row: number) => boolean) | undefined,
): Groups {
  let count = 1;
  let decode: Decode = noKey;
  let dense: Codes[] = [];
  for (const key of keys) {
    const codes = encode(key, length);
    const { size, value } = codes;
    const previous = decode;
    if (count * size <= mostDenseGroups) {
      dense.push(codes);
      count *= size;
      decode = (group) => added(previous(Math.floor(group / size)), value(group % size));
    } else {
      const { ids, pairs } = compactIds(blocks(length, dense), length, codes);
      count = pairs.length;
      dense = [{ codes: ids, offset: 0, size: count, value }];
      decode = (group) => {
        const pair = pairs[group]!;
        return added(previous(Math.floor(pair / size)), value(pair % size));
      };
    }
  }
  return lazyGroups(length, count, blocks(length, dense), keep, decode);
}

type EachBlock = Groups['eachBlock'];
type Decode = (group: number) => unknown[];

const noKey: Decode = () => [];

function added(values: unknown[], value: unknown): unknown[] {
  values.push(value);
  return values;
}

/** Numbers the groups block by block: each key's codes are a further digit. */
function blocks(length: number, keys: readonly Codes[]): EachBlock {
  const block = new Uint32Array(blockRows);
  return (visit) => {
    inBlocks(length, (start, end) => {
      block.fill(0);
      for (const key of keys) extend(block, key, start, end);
      visit(block, start, end);
    });
  };
}

function lazyGroups(
  length: number,
  count: number,
  number: EachBlock,
  keep: ((row: number) => boolean) | undefined,
  key: Groups['key'],
): Groups {
  const sizes = new Uint32Array(count + 1);
  let counted = false;
  let ids: Uint32Array | undefined;
  const eachBlock: EachBlock = (visit) => {
    const counting = !counted;
    counted = true;
    number((block, start, end) => {
      if (keep) for (let row = start; row < end; row++) if (!keep(row)) block[row - start] = count;
      if (counting) countRows(sizes, block, end - start);
      visit(block, start, end);
    });
  };
  return {
    length,
    count,
    key,
    eachBlock,
    get sizes() {
      if (!counted) eachBlock(ignore);
      return sizes;
    },
    get ids() {
      if (ids) return ids;
      const all = new Uint32Array(length);
      eachBlock((block, start, end) => all.set(block.subarray(0, end - start), start));
      ids = all;
      return all;
    },
  };
}

const ignore = () => undefined;

function countRows(sizes: Uint32Array, ids: Uint32Array, length: number): void {
  for (let index = 0; index < length; index++) sizes[ids[index]!]!++;
}

/** A number stays below 2^22, so that whole 32-bit arithmetic does. */
function extend(block: Uint32Array, key: Codes, start: number, end: number): void {
  const { codes, offset, size } = key;
  for (let row = start; row < end; row++) {
    block[row - start] = Math.imul(block[row - start]!, size) + codes[row]! - offset;
  }
}

function compactIds(number: EachBlock, length: number, { codes, offset, size }: Codes) {
  const known = new Map<number, number>();
  const pairs: number[] = [];
  const ids = new Uint32Array(length);
  number((block, start, end) => {
    for (let row = start; row < end; row++) {
      const pair = block[row - start]! * size + codes[row]! - offset;
      let id = known.get(pair);
      if (id === undefined) {
        id = pairs.length;
        known.set(pair, id);
        pairs.push(pair);
      }
      ids[row] = id;
    }
  });
  return { ids, pairs };
}
