import { ConfigurationError } from '@affiche/core';
import { type Expression, aggregatesIn, divides, factsOf } from './expression.ts';
import { parseFormula } from './formula.ts';
import type { SourceId } from './sources.ts';

/** What a KPI's number counts. Fractions are stored as 0.021 and written as percent only in reports. */
export type Unit =
  | 'count'
  | 'fraction'
  /** How many of one thing per one of another: comments per post, pages per session. */
  | 'per-item'
  /** Times something: a return of 3 is three times the money. */
  | 'multiple'
  /** Minor units of the currency; a cost *per* something may have a fraction of a cent. */
  | 'money'
  | 'seconds'
  /** A score from −100 to 100. */
  | 'points';

/** The part of a strategy that a KPI speaks about. */
export type Family =
  | 'awareness'
  | 'engagement'
  | 'video'
  | 'traffic'
  | 'conversion'
  | 'revenue'
  | 'cost'
  | 'care'
  | 'crisis';

/** How a KPI of several rows comes about; see the additivity of {@link Fact}. */
export type Aggregation =
  | 'sum'
  | 'last'
  | 'deduplicated'
  | 'ratio-of-sums'
  | 'mean-of-ratios'
  | 'quantile'
  | 'change';

/** One KPI, as data. */
export interface KpiDefinition {
  /** Snake case, one id for each variant: `er_by_reach`, `er_by_reach_post_mean`. */
  readonly id: string;
  /** Raised whenever the formula's meaning changes; results of two versions do not compare. */
  readonly version: number;
  readonly family: Family;
  readonly name: string;
  readonly formula: string;
  readonly expression: Expression;
  /** The base facts it reads; `engagements` stands for the chosen engagement set. */
  readonly facts: readonly string[];
  readonly unit: Unit;
  /** Smallest and largest possible value; `null` is unbounded. A result outside carries a caveat. */
  readonly range: readonly [number | null, number | null];
  /** `null`: a zero denominator gives no value (never 0, never infinity). `none`: nothing is divided. */
  readonly zero: 'null' | 'none';
  readonly aggregation: Aggregation;
  /** Which direction is good; `neither` for shares that are only described. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** Which costs it counts, where it counts costs. */
  readonly costBasis?: 'media' | 'variable' | 'full' | 'organic';
  /** What a reader must know before comparing it. */
  readonly caveats: readonly string[];
  readonly sources: readonly SourceId[];
}

/** What {@link defineKpi} needs; the rest follows from the formula. */
export interface KpiOptions extends Pick<KpiDefinition, 'id' | 'formula' | 'name'> {
  readonly version?: number;
  readonly family?: Family;
  /** Default `fraction`. */
  readonly unit?: Unit;
  /** Default: from 0 without an upper bound. */
  readonly range?: KpiDefinition['range'];
  /** Default `higher`. */
  readonly better?: KpiDefinition['better'];
  readonly costBasis?: KpiDefinition['costBasis'];
  readonly caveats?: readonly string[];
  readonly sources?: readonly SourceId[];
}

/**
 * Defines a KPI of your own from a formula over base facts.
 *
 * ```ts
 * import { defineKpi } from '@affiche/kpi';
 *
 * const kpi = defineKpi({ id: 'saves_per_post', name: 'Saves per post', formula: 'saves / posts' });
 * kpi.aggregation; // => 'ratio-of-sums'
 * ```
 *
 * @throws ConfigurationError `invalid-kpi` for an id that is not snake case,
 * `invalid-formula` or `unknown-fact` for a formula that cannot be read.
 */
export function defineKpi(options: KpiOptions): KpiDefinition {
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(options.id)) {
    throw new ConfigurationError('invalid-kpi', {
      message: `"${options.id}" is no KPI id`,
      hint: 'Write it in snake case, like er_by_reach.',
      details: { id: options.id },
    });
  }
  const expression = parseFormula(options.formula);
  return {
    version: 1,
    family: 'engagement',
    unit: 'fraction',
    range: [0, null],
    better: 'higher',
    caveats: [],
    sources: ['house'],
    ...options,
    expression,
    facts: factsOf(expression),
    zero: divides(expression) ? 'null' : 'none',
    aggregation: aggregationOf(expression),
  } as KpiDefinition;
}

function aggregationOf(expression: Expression): Aggregation {
  const aggregates = new Set(aggregatesIn(expression).map(({ aggregate }) => aggregate));
  if (aggregates.has('median') || aggregates.has('p90')) return 'quantile';
  if (aggregates.has('mean')) return 'mean-of-ratios';
  if (aggregates.has('first')) return 'change';
  if (divides(expression)) return 'ratio-of-sums';
  if (aggregates.has('last')) return 'last';
  return aggregates.has('once') ? 'deduplicated' : 'sum';
}
