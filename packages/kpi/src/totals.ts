import type { Expression } from './expression.ts';
import type { Groups } from './groups.ts';
import { type Integers, isIntegers } from './numbers.ts';
import { blockRows, isComplete, type RowInput, rowCalculator } from './row-blocks.ts';

/** One aggregate's value in every group. */
export interface AggregateResult {
  /** NaN where unknown. */
  readonly values: Float64Array;
  /** How many rows took part. */
  readonly counts: Uint32Array;
}

/** What aggregation reads. */
export interface AggregateInput extends RowInput {
  readonly groups: Groups;
  /** Each row's account, numbered from 0: levels are taken per account before they are added. */
  readonly accounts: () => { readonly codes: ArrayLike<number>; readonly count: number };
  /** Each row's place in time, for first and last. */
  readonly order: () => ArrayLike<number>;
}

/** The part of a KPI's expression that turns rows into one number. */
export type AggregateExpression = Extract<Expression, { kind: 'aggregate' }>;

/**
 * Adds expressions up over all groups in one pass: while a block's group numbers are in the
 * processor's cache, every expression uses them.
 */
export function computeTotals(
  expressions: readonly AggregateExpression[],
  input: AggregateInput,
): AggregateResult[] {
  const { groups } = input;
  const { count } = groups;
  const block = new Float64Array(blockRows);
  const plans = expressions.map(({ of, where }) => {
    const complete = isComplete(of, input) && (!where || isComplete(where, input));
    const values = new Float64Array(count + 1);
    const column = complete && of.kind === 'fact' ? input.numbers(of.fact) : undefined;
    if (column && isIntegers(column.values)) {
      const { values: source, bits = new Int32Array(1) } = column;
      const add = (ids: Uint32Array, start: number, end: number) => {
        bits[0]! |= addIntegers(values, ids, source, start, end - start);
      };
      return { values, add };
    }
    const calculate = rowCalculator(of, input, complete ? undefined : where);
    const counts = complete ? undefined : new Uint32Array(count + 1);
    const add = (ids: Uint32Array, start: number, end: number) => {
      calculate(block, start, end - start);
      if (counts) addKnown(values, counts, ids, block, end - start);
      else addAll(values, ids, block, end - start);
    };
    return { values, counts, add };
  });
  groups.eachBlock((ids, start, end) => {
    for (const { add } of plans) add(ids, start, end);
  });
  return plans.map(({ values, counts = groups.sizes }) => {
    for (let group = 0; group < count; group++) if (counts[group] === 0) values[group] = Number.NaN;
    return { values, counts };
  });
}

// Functions of their own, so that the engine compiles each for one kind of array.

/** Adds a column as it lies, and returns the bits that occur in it. */
function addIntegers(
  values: Float64Array,
  ids: Uint32Array,
  source: Integers,
  start: number,
  length: number,
): number {
  let bits = 0;
  for (let index = 0; index < length; index++) {
    const value = source[start + index]!;
    bits |= value;
    values[ids[index]!]! += value;
  }
  return bits;
}

function addAll(values: Float64Array, ids: Uint32Array, block: Float64Array, length: number): void {
  for (let index = 0; index < length; index++) values[ids[index]!]! += block[index]!;
}

function addKnown(
  values: Float64Array,
  counts: Uint32Array,
  ids: Uint32Array,
  block: Float64Array,
  length: number,
): void {
  for (let index = 0; index < length; index++) {
    const value = block[index]!;
    if (value !== value) continue;
    const id = ids[index]!;
    values[id]! += value;
    counts[id]!++;
  }
}
