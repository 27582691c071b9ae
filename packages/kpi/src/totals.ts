import type { AggregateExpression, AggregateInput, AggregateResult } from './aggregates.ts';
import { blockRows, inBlocks, isComplete, rowCalculator } from './row-blocks.ts';

/**
 * Adds expressions up over all groups in one pass: while a block's group numbers are in the
 * processor's cache, every expression uses them.
 */
export function computeTotals(
  expressions: readonly AggregateExpression[],
  input: AggregateInput,
): AggregateResult[] {
  const { ids, count, sizes } = input.groups;
  const block = new Float64Array(blockRows);
  const plans = expressions.map(({ of, where }) => {
    const complete = isComplete(of, input) && (!where || isComplete(where, input));
    const calculate = rowCalculator(of, input, complete ? undefined : where);
    const values = new Float64Array(count + 1);
    const counts = complete ? sizes : new Uint32Array(count + 1);
    const add = (start: number, end: number) => {
      calculate(block, start, end - start);
      if (complete) addAll(values, ids, block, start, end);
      else addKnown(values, counts, ids, block, start, end);
    };
    return { values, counts, add };
  });
  inBlocks(ids.length, (start, end) => {
    for (const { add } of plans) add(start, end);
  });
  for (const { values, counts } of plans) {
    for (let group = 0; group < count; group++) if (counts[group] === 0) values[group] = Number.NaN;
  }
  return plans;
}

function addAll(
  values: Float64Array,
  ids: Uint32Array,
  block: Float64Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) values[ids[row]!]! += block[row - start]!;
}

function addKnown(
  values: Float64Array,
  counts: Uint32Array,
  ids: Uint32Array,
  block: Float64Array,
  start: number,
  end: number,
): void {
  for (let row = start; row < end; row++) {
    const value = block[row - start]!;
    if (value !== value) continue;
    const id = ids[row]!;
    values[id]! += value;
    counts[id]!++;
  }
}
