import type { AggregateExpression, AggregateInput, AggregateResult } from './aggregates.ts';
import { blockRows, isComplete, rowCalculator } from './row-blocks.ts';

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
    const calculate = rowCalculator(of, input, complete ? undefined : where);
    const values = new Float64Array(count + 1);
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

// Two functions of their own, so that the engine compiles each for one kind of array.
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
