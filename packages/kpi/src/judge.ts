import type { AggregateExpression, AggregateInput, AggregateResult } from './totals.ts';
import type { KpiDefinition } from './definition.ts';
import type { EngagementSet } from './engagement-set.ts';
import type { EvaluateOptions } from './evaluation.ts';
import { aggregatesIn, type Expression } from './expression.ts';
import { facts as knownFacts } from './facts.ts';
import type { Caveat, KpiValue, Status } from './kpi-value.ts';
import { type GroupFacts, checkRange, mixtures } from './mixtures.ts';
import { arithmetic } from './row-blocks.ts';
import { rowIntervals } from './row-intervals.ts';

type Lookup = (expression: AggregateExpression) => AggregateResult;
type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

interface Judging {
  readonly input: AggregateInput;
  readonly lookup: Lookup;
  readonly options: EvaluateOptions;
  readonly engagementSet: EngagementSet;
  /** The facts the KPI reads, its engagement set spelled out. */
  readonly facts: readonly string[];
}

/** Prepares one KPI for all groups, and returns what gives its result in one of them. */
export function judge(
  definition: KpiDefinition,
  { input, lookup, options, engagementSet, facts }: Judging,
): (group: number, about: GroupFacts) => KpiValue {
  const { expression, unit, id, version } = definition;
  const evaluate = compile(expression, lookup);
  const halves =
    expression.kind === 'operation' && expression.operator === '/' ? expression : undefined;
  const numerator = halves && compile(halves.left, lookup);
  const denominator = halves && compile(halves.right, lookup);
  const standing = definition.caveats.map((message): Caveat => ({ code: 'definition', message }));
  const unique = aggregatesIn(expression)
    .filter(({ aggregate }) => aggregate === 'once')
    .map(lookup);
  const intervals = options.interval && halves && rowIntervals(halves, input, options.interval);
  const money = facts.some((fact) => knownFacts[fact]?.unit === 'money');
  const engaged = definition.facts.includes('engagements');
  const window = options.window ?? {};

  return (group, about) => {
    const raw = evaluate(group);
    const below = denominator?.(group);
    const found: Caveat[] = [];
    let status: Status = 'ok';
    if (raw === undefined) {
      status = 'zero-denominator';
    } else if (Number.isNaN(raw)) {
      status = 'missing-input';
      if (unique.some(({ counts }) => counts[group]! > 1)) found.push(notAdditive);
    }
    if (money && about.unconverted) {
      status = 'missing-input';
      found.push({ code: 'no-rate', message: 'An amount could not be converted.' });
    }
    for (const note of about.notes) {
      if (note.facts.some((fact) => facts.includes(fact))) {
        found.push({ code: 'platform', message: note.message });
      }
    }
    if (mixtures(facts, money, about, found)) status = 'mixed-definitions';
    const value = status === 'ok' ? raw! : null;
    if (value !== null) {
      checkRange(value, definition, found);
      const base = below ?? (unit === 'count' ? value : input.groups.sizes[group]!);
      if (options.lowBase !== undefined && base < options.lowBase) status = 'low-base';
    }
    const caveats = found.length > 0 ? [...standing, ...found] : standing;
    const { scope, currency } = about;
    // Assigned one by one: spreading half a dozen maybe-empty objects costs more than the sums.
    const result: Mutable<KpiValue> = {
      kpi: id,
      version,
      value,
      status,
      unit,
      window,
      scope,
      caveats,
    };
    if (engaged) result.engagementSet = engagementSet;
    if (money && currency) result.currency = currency;
    const above = numerator?.(group);
    if (above !== undefined && !Number.isNaN(above)) result.numerator = above;
    if (below !== undefined && !Number.isNaN(below)) result.denominator = below;
    const interval = value === null ? undefined : intervals?.(group);
    if (interval) result.interval = interval;
    return result;
  };
}

const notAdditive: Caveat = {
  code: 'not-additive',
  message:
    'People reached cannot be added up: give the platform’s own figure for exactly this window.',
};

/** The value of a group: NaN where an input is missing, `undefined` where a division is by zero. */
function compile(expression: Expression, lookup: Lookup): (group: number) => number | undefined {
  if (expression.kind === 'number') return () => expression.value;
  if (expression.kind === 'aggregate') {
    const { values } = lookup(expression);
    return (group) => values[group];
  }
  const left = compile(expression.left, lookup);
  const right = compile(expression.right, lookup);
  return (group) => {
    const [a, b] = [left(group), right(group)];
    if (a === undefined || b === undefined) return undefined;
    if (expression.operator === '/' && b === 0 && !Number.isNaN(a)) return undefined;
    return arithmetic[expression.operator](a, b);
  };
}
