import { blockRows, inBlocks, rowCalculator } from './row-blocks.ts';
import {
  type AggregateExpression,
  type AggregateInput,
  type AggregateResult,
  computeTotals,
} from './totals.ts';

const totalled: ReadonlySet<string> = new Set(['sum', 'mean', 'once']);

/** Computes aggregates over all groups at once, and returns how to look each one up. */
export function computeAggregates(
  expressions: readonly AggregateExpression[],
  input: AggregateInput,
): (expression: AggregateExpression) => AggregateResult {
  const results = new Map<string, AggregateResult>();
  const distinct = new Map(expressions.map((each) => [JSON.stringify(each), each]));
  const sums = [...distinct].filter(([, { aggregate }]) => totalled.has(aggregate));
  const totals = computeTotals(
    sums.map(([, each]) => each),
    input,
  );
  for (const [index, [key, { aggregate }]] of sums.entries()) {
    results.set(key, finish(aggregate, totals[index]!));
  }
  for (const [key, each] of distinct) {
    if (!results.has(key)) results.set(key, compute(each, input));
  }
  return (expression) => results.get(JSON.stringify(expression))!;
}

function finish(aggregate: string, { values, counts }: AggregateResult): AggregateResult {
  if (aggregate === 'mean') {
    return { values: values.map((value, group) => value / counts[group]!), counts };
  }
  if (aggregate === 'once') {
    return { values: values.map((value, at) => (counts[at] === 1 ? value : Number.NaN)), counts };
  }
  return { values, counts };
}

function compute(expression: AggregateExpression, input: AggregateInput): AggregateResult {
  if (expression.aggregate === 'median') return quantile(expression, input, 0.5);
  return expression.aggregate === 'p90'
    ? quantile(expression, input, 0.9)
    : level(expression, input);
}

/** The first or last known value of each account, added over accounts. */
function level(expression: AggregateExpression, input: AggregateInput): AggregateResult {
  const { ids, count } = input.groups;
  const { codes, count: accounts } = input.accounts();
  const order = input.order();
  const direction = expression.aggregate === 'first' ? -1 : 1;
  const best = new Map<number, { at: number; value: number }>();
  eachRow(expression, input, (value, row) => {
    if (ids[row] === count) return;
    const key = ids[row]! * accounts + codes[row]!;
    const at = direction * (order[row] ?? row);
    const held = best.get(key);
    if (!held || (direction > 0 ? at >= held.at : at > held.at)) best.set(key, { at, value });
  });
  const values = new Float64Array(count + 1).fill(Number.NaN);
  const counts = new Uint32Array(count + 1);
  for (const [key, { value }] of best) {
    const group = Math.floor(key / accounts);
    values[group] = (counts[group]!++ === 0 ? 0 : values[group]!) + value;
  }
  return { values, counts };
}

/** The type-7 quantile (linear between order statistics), as R and DuckDB's `quantile_cont` have it. */
function quantile(
  expression: AggregateExpression,
  input: AggregateInput,
  share: number,
): AggregateResult {
  const { ids, count } = input.groups;
  const lists = Array.from({ length: count + 1 }, (): number[] => []);
  eachRow(expression, input, (value, row) => lists[ids[row]!]!.push(value));
  const values = Float64Array.from(lists, (list) => {
    const sorted = Float64Array.from(list).toSorted();
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    const high = sorted[Math.ceil(place)] ?? Number.NaN;
    return low + (high - low) * (place - Math.floor(place));
  });
  return { values, counts: Uint32Array.from(lists, (list) => list.length) };
}

/** Visits each row in which the expression has a value. */
export function eachRow(
  { of, where }: AggregateExpression,
  input: AggregateInput,
  visit: (value: number, row: number) => void,
): void {
  const calculate = rowCalculator(of, input, where);
  const block = new Float64Array(blockRows);
  inBlocks(input.groups.length, (start, end) => {
    calculate(block, start, end - start);
    for (let row = start; row < end; row++) {
      const value = block[row - start]!;
      if (!Number.isNaN(value)) visit(value, row);
    }
  });
}
