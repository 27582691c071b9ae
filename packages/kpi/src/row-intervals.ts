import { type AggregateExpression, type AggregateInput, eachRow } from './aggregates.ts';
import type { EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';
import type { Interval } from './kpi-value.ts';

/** Gives each group of a ratio of two sums its interval, from one pair per row. */
export function rowIntervals(
  { left, right }: Extract<Expression, { kind: 'operation' }>,
  input: AggregateInput,
  interval: NonNullable<EvaluateOptions['interval']>,
): ((group: number) => Interval | null | undefined) | undefined {
  if (left.kind !== 'aggregate' || right.kind !== 'aggregate') return undefined;
  if (left.aggregate !== 'sum' || right.aggregate !== 'sum') return undefined;
  const tops = collect(left, input);
  const bottoms = collect(right, input);
  const clusters = new Map<number, { numerator: number; denominator: number }[]>();
  input.groups.ids.forEach((id, row) => {
    const pair = { numerator: tops[row]!, denominator: bottoms[row]! };
    if (Number.isNaN(pair.numerator + pair.denominator)) return;
    const list = clusters.get(id);
    if (list) list.push(pair);
    else clusters.set(id, [pair]);
  });
  return (group) => interval(clusters.get(group) ?? []);
}

function collect(expression: AggregateExpression, input: AggregateInput): Float64Array {
  const all = new Float64Array(input.groups.length).fill(Number.NaN);
  eachRow(expression, input, (value, row) => {
    all[row] = value;
  });
  return all;
}
