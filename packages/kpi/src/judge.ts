import type { Currency, Scope } from '@affiche/core';
import { type AggregateInput, type AggregateResult, arithmetic, eachBlock } from './aggregates.ts';
import type { KpiDefinition } from './definition.ts';
import type { EngagementSet } from './engagement-set.ts';
import type { Era } from './era.ts';
import type { EvaluateOptions } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { facts as knownFacts } from './facts.ts';
import type { Caveat, Interval, KpiValue, Status } from './kpi-value.ts';

/** What a group's rows are made of. */
export interface GroupFacts {
  readonly scope: Scope | 'mixed' | 'unstated';
  /** `null` when there are several. */
  readonly currency: Currency | null | undefined;
  readonly unconverted: boolean;
  readonly breaks: readonly Era[];
}

type Aggregation = (expression: Extract<Expression, { kind: 'aggregate' }>) => AggregateResult;

interface Judging {
  readonly input: AggregateInput;
  readonly aggregate: Aggregation;
  readonly options: EvaluateOptions;
  readonly engagementSet: EngagementSet;
  /** The facts the KPI reads, its engagement set spelled out. */
  readonly facts: readonly string[];
}

/** Prepares one KPI for all groups, and returns what gives its result in one of them. */
export function judge(
  definition: KpiDefinition,
  { input, aggregate, options, engagementSet, facts }: Judging,
): (group: number, facts: GroupFacts) => KpiValue {
  const { expression, unit, id, version } = definition;
  const evaluate = compile(expression, aggregate);
  const halves =
    expression.kind === 'operation' && expression.operator === '/' ? expression : undefined;
  const numerator = halves && compile(halves.left, aggregate);
  const denominator = halves && compile(halves.right, aggregate);
  const standing = definition.caveats.map((message): Caveat => ({ code: 'definition', message }));
  const lone = uniqueAggregates(expression).map(aggregate);
  const intervals = options.interval && halves && rowIntervals(halves, input, options.interval);
  const money = facts.some((fact) => knownFacts[fact]?.unit === 'money');
  const constant = {
    kpi: id,
    version,
    unit,
    window: options.window ?? {},
    ...(facts.length > 0 && definition.facts.includes('engagements') ? { engagementSet } : {}),
  };

  return (group, about) => {
    const raw = evaluate(group);
    const below = denominator?.(group);
    const caveats = [...standing];
    let status: Status = 'ok';
    if (raw === undefined) {
      status = 'zero-denominator';
    } else if (Number.isNaN(raw)) {
      status = 'missing-input';
      if (lone.some(({ counts }) => counts[group]! > 1)) caveats.push(notAdditive);
    }
    if (money && about.unconverted) {
      status = 'missing-input';
      caveats.push({ code: 'no-rate', message: 'An amount could not be converted.' });
    }
    const mixture = mixtures(facts, money, about);
    if (mixture.length > 0) {
      status = 'mixed-definitions';
      caveats.push(...mixture);
    }
    const value = status === 'ok' ? raw! : null;
    if (value !== null && options.lowBase !== undefined) {
      const base = below ?? (unit === 'count' ? value : input.groups.sizes[group]!);
      if (base < options.lowBase) status = 'low-base';
    }
    if (value !== null) caveats.push(...outside(value, definition));
    const interval = value === null ? undefined : intervals?.(group);
    return {
      ...constant,
      value,
      status,
      scope: about.scope,
      ...(money && about.currency ? { currency: about.currency } : {}),
      ...optionalNumber('numerator', numerator?.(group)),
      ...optionalNumber('denominator', below),
      ...(interval ? { interval } : {}),
      caveats,
    };
  };
}

const notAdditive: Caveat = {
  code: 'not-additive',
  message:
    'People reached cannot be added up: give the platform’s own figure for exactly this window.',
};

/** The value of a group: NaN where an input is missing, `undefined` where a division is by zero. */
function compile(
  expression: Expression,
  aggregate: Aggregation,
): (group: number) => number | undefined {
  if (expression.kind === 'number') return () => expression.value;
  if (expression.kind === 'aggregate') {
    const { values } = aggregate(expression);
    return (group) => values[group];
  }
  const left = compile(expression.left, aggregate);
  const right = compile(expression.right, aggregate);
  return (group) => {
    const [a, b] = [left(group), right(group)];
    if (a === undefined || b === undefined) return undefined;
    if (expression.operator === '/' && b === 0 && !Number.isNaN(a)) return undefined;
    return arithmetic[expression.operator](a, b);
  };
}

function mixtures(facts: readonly string[], money: boolean, about: GroupFacts): Caveat[] {
  const caveats: Caveat[] = [];
  if (about.scope === 'mixed') {
    caveats.push({
      code: 'mixed-scopes',
      message: 'Organic, paid and total rows came together: choose one scope.',
    });
  }
  if (money && about.currency === null) {
    caveats.push({
      code: 'mixed-currencies',
      message: 'Amounts are in several currencies: give a currency and dated rates.',
    });
  }
  for (const { fact, platform, from, change } of about.breaks) {
    if (!facts.includes(fact)) continue;
    caveats.push({
      code: 'mixed-eras',
      message: `On ${platform}, ${change} from ${from}: look at each side alone.`,
    });
  }
  return caveats;
}

function outside(value: number, { range: [low, high], id }: KpiDefinition): Caveat[] {
  if ((low === null || value >= low) && (high === null || value <= high)) return [];
  return [
    {
      code: 'out-of-range',
      message: `${id} is ${value}, outside ${low ?? '−∞'} to ${high ?? '∞'}: its inputs do not belong together.`,
    },
  ];
}

type AggregateExpression = Extract<Expression, { kind: 'aggregate' }>;

function uniqueAggregates(expression: Expression): AggregateExpression[] {
  if (expression.kind === 'number') return [];
  if (expression.kind === 'operation') {
    return [...uniqueAggregates(expression.left), ...uniqueAggregates(expression.right)];
  }
  return expression.aggregate === 'once' ? [expression] : [];
}

function rowIntervals(
  { left, right }: Extract<Expression, { kind: 'operation' }>,
  input: AggregateInput,
  interval: NonNullable<EvaluateOptions['interval']>,
): ((group: number) => Interval | undefined) | undefined {
  if (left.kind !== 'aggregate' || right.kind !== 'aggregate') return undefined;
  if (left.aggregate !== 'sum' || right.aggregate !== 'sum') return undefined;
  const tops = collect(left, input);
  const bottoms = collect(right, input);
  return (group) => {
    const clusters: { numerator: number; denominator: number }[] = [];
    input.groups.ids.forEach((id, row) => {
      const [numerator, denominator] = [tops[row]!, bottoms[row]!];
      if (id === group && !Number.isNaN(numerator + denominator)) {
        clusters.push({ numerator, denominator });
      }
    });
    return interval(clusters);
  };
}

function collect(expression: AggregateExpression, input: AggregateInput): Float64Array {
  const all = new Float64Array(input.groups.ids.length);
  eachBlock(input, expression.of, expression.where, (block, start, length) => {
    all.set(block.subarray(0, length), start);
  });
  return all;
}

function optionalNumber(name: 'numerator' | 'denominator', value: number | undefined) {
  return value === undefined || Number.isNaN(value) ? {} : { [name]: value };
}
