import type { Aggregate, Expression, Operator, RowExpression } from './expression.ts';
import type { Groups } from './groups.ts';
import type { Numbers } from './columns.ts';

/** One aggregate's value in every group. */
export interface AggregateResult {
  /** NaN where unknown. */
  readonly values: Float64Array;
  /** How many rows took part. */
  readonly counts: Uint32Array;
}

/** What aggregation reads. */
export interface AggregateInput {
  readonly groups: Groups;
  readonly numbers: (fact: string) => Numbers;
  /** The facts that `engagements` adds up. */
  readonly engagements: readonly string[];
  /** Each row's account, numbered from 0: levels are taken per account before they are added. */
  readonly accounts: () => { readonly codes: ArrayLike<number>; readonly count: number };
  /** Each row's place in time, for first and last. */
  readonly order: () => ArrayLike<number>;
}

type AggregateExpression = Extract<Expression, { kind: 'aggregate' }>;

// Small enough for the processor's cache, large enough to forget the call.
const blockRows = 8192;

/** Computes one aggregate over all groups at once. */
export function computeAggregate(
  expression: AggregateExpression,
  input: AggregateInput,
): AggregateResult {
  return methods[expression.aggregate](expression, input);
}

type Method = (expression: AggregateExpression, input: AggregateInput) => AggregateResult;

const methods: Readonly<Record<Aggregate, Method>> = {
  sum: total,
  mean: (expression, input) => {
    const { values, counts } = total(expression, input);
    return { values: values.map((value, group) => value / counts[group]!), counts };
  },
  once: (expression, input) => {
    const { values, counts } = total(expression, input);
    return { values: values.map((value, at) => (counts[at] === 1 ? value : Number.NaN)), counts };
  },
  median: (expression, input) => quantile(expression, input, 0.5),
  p90: (expression, input) => quantile(expression, input, 0.9),
  first: level,
  last: level,
};

function total({ of, where }: AggregateExpression, input: AggregateInput): AggregateResult {
  const { ids, count, sizes } = input.groups;
  const values = new Float64Array(count + 1);
  const complete = isComplete(of, input) && (!where || isComplete(where, input));
  const counts = complete ? sizes : new Uint32Array(count + 1);
  eachBlock(input, of, complete ? undefined : where, (block, start, length) => {
    if (complete) addAll(values, ids, block, start, length);
    else addKnown(values, counts, ids, block, start, length);
  });
  for (let group = 0; group < count; group++) if (counts[group] === 0) values[group] = Number.NaN;
  return { values, counts };
}

/** Whether every row has a value, so that nobody needs to look for holes. */
function isComplete(of: RowExpression, input: AggregateInput): boolean {
  if (of.kind === 'operation') {
    return of.operator !== '/' && isComplete(of.left, input) && isComplete(of.right, input);
  }
  if (of.kind === 'engagements') {
    return input.engagements.every((fact) => input.numbers(fact).complete);
  }
  return of.kind === 'number' || input.numbers(of.fact).complete;
}

// Two functions of their own, so that the engine compiles each for one kind of array.
function addAll(
  values: Float64Array,
  ids: Uint32Array,
  block: Float64Array,
  start: number,
  length: number,
): void {
  for (let index = 0; index < length; index++) values[ids[start + index]!]! += block[index]!;
}

function addKnown(
  values: Float64Array,
  counts: Uint32Array,
  ids: Uint32Array,
  block: Float64Array,
  start: number,
  length: number,
): void {
  for (let index = 0; index < length; index++) {
    const value = block[index]!;
    if (value !== value) continue;
    const id = ids[start + index]!;
    values[id]! += value;
    counts[id]!++;
  }
}

function level(expression: AggregateExpression, input: AggregateInput): AggregateResult {
  const { ids, count } = input.groups;
  const { codes, count: accounts } = input.accounts();
  const order = input.order();
  const direction = expression.aggregate === 'first' ? -1 : 1;
  const best = new Map<number, { at: number; value: number }>();
  eachBlock(input, expression.of, expression.where, (block, start, length) => {
    for (let index = 0; index < length; index++) {
      const row = start + index;
      const value = block[index]!;
      if (Number.isNaN(value) || ids[row] === count) continue;
      const key = ids[row]! * accounts + codes[row]!;
      const at = direction * (order[row] ?? row);
      const held = best.get(key);
      if (!held || (direction > 0 ? at >= held.at : at > held.at)) best.set(key, { at, value });
    }
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
  { of, where }: AggregateExpression,
  input: AggregateInput,
  share: number,
): AggregateResult {
  const { ids, count } = input.groups;
  const lists = Array.from({ length: count + 1 }, (): number[] => []);
  eachBlock(input, of, where, (block, start, length) => {
    for (let index = 0; index < length; index++) {
      const value = block[index]!;
      if (!Number.isNaN(value)) lists[ids[start + index]!]!.push(value);
    }
  });
  const values = new Float64Array(count + 1);
  for (let group = 0; group <= count; group++) {
    const sorted = Float64Array.from(lists[group]!).toSorted();
    const place = (sorted.length - 1) * share;
    const low = sorted[Math.floor(place)] ?? Number.NaN;
    const high = sorted[Math.ceil(place)] ?? Number.NaN;
    values[group] = low + (high - low) * (place - Math.floor(place));
  }
  return { values, counts: Uint32Array.from(lists, (list) => list.length) };
}

/** Calculates a row expression block by block; NaN where any part is missing. */
export function eachBlock(
  { groups, numbers, engagements }: AggregateInput,
  of: RowExpression,
  where: RowExpression | undefined,
  visit: (block: Float64Array, start: number, length: number) => void,
): void {
  const total = groups.ids.length;
  const calculate = rowCalculator(of, numbers, engagements);
  const guard = where && rowCalculator(where, numbers, engagements);
  const block = new Float64Array(blockRows);
  const known = new Float64Array(guard ? blockRows : 0);
  for (let start = 0; start < total; start += blockRows) {
    const length = Math.min(blockRows, total - start);
    calculate(block, start, length);
    if (guard) {
      guard(known, start, length);
      for (let index = 0; index < length; index++) {
        if (known[index] !== known[index]) block[index] = Number.NaN;
      }
    }
    visit(block, start, length);
  }
}

type RowCalculator = (block: Float64Array, start: number, length: number) => void;

function rowCalculator(
  expression: RowExpression,
  numbers: AggregateInput['numbers'],
  engagements: readonly string[],
): RowCalculator {
  const calculator = (each: RowExpression) => rowCalculator(each, numbers, engagements);
  if (expression.kind === 'operation') {
    const { operator, left, right } = expression;
    return combine(operator, calculator(left), calculator(right));
  }
  if (expression.kind === 'engagements') {
    return engagements
      .map((fact) => calculator({ kind: 'fact', fact }))
      .reduce((left, right) => combine('+', left, right));
  }
  const constant = expression.kind === 'number' ? expression.value : Number.NaN;
  const { values } = expression.kind === 'fact' ? numbers(expression.fact) : absent;
  return values.length === 0
    ? (block, _start, length) => block.fill(constant, 0, length)
    : (block, start, length) => block.set(values.subarray(start, start + length));
}

const absent = { values: new Float64Array(0) };

function combine(operator: Operator, left: RowCalculator, right: RowCalculator) {
  const calculate = arithmetic[operator];
  const other = new Float64Array(blockRows);
  return (block: Float64Array, start: number, length: number) => {
    left(block, start, length);
    right(other, start, length);
    for (let index = 0; index < length; index++) {
      block[index] = calculate(block[index]!, other[index]!);
    }
  };
}

/** Arithmetic in which a division by zero is unknown (NaN). */
export const arithmetic: Readonly<Record<Operator, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? Number.NaN : left / right),
};
