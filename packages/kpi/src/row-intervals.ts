import { eachRow } from './aggregates.ts';
import type { AggregateInput } from './totals.ts';
import type { EvaluateOptions } from './evaluation.ts';
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
  const { ids, length } = input.groups;
  const denominators = new Float64Array(length).fill(Number.NaN);
  eachRow(right, input, (value, row) => {
    denominators[row] = value;
  });
  const clusters = new Map<number, { numerator: number; denominator: number }[]>();
  eachRow(left, input, (numerator, row) => {
    const denominator = denominators[row]!;
    if (Number.isNaN(denominator)) return;
    const list = clusters.get(ids[row]!);
    if (list) list.push({ numerator, denominator });
    else clusters.set(ids[row]!, [{ numerator, denominator }]);
  });
  return (group) => interval(clusters.get(group) ?? []);
}
