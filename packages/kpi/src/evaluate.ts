import type { Currency, Finding, Scope, Zone } from '@affiche/core';
import { type AggregateInput, computeAggregates } from './aggregates.ts';
import type { FiscalCalendar } from './calendar.ts';
import { kpi as lookUp } from './catalogue.ts';
import { type Columns, type Row, invalidArgument } from './columns.ts';
import type { KpiDefinition } from './definition.ts';
import { type EngagementSet, engagementFacts } from './engagement-set.ts';
import type { Era } from './era.ts';
import type { Exchange } from './exchange.ts';
import { aggregatesIn } from './expression.ts';
import { judge } from './judge.ts';
import type { DateWindow, Interval, KpiValue } from './kpi-value.ts';
import type { PlatformNote } from './platform-note.ts';
import { prepare } from './prepare.ts';

/** Options of {@link evaluate}. */
export interface EvaluateOptions {
  /**
   * Columns to group by, and periods: `day`, `week`, `month`, `quarter`, `year` are cut from the
   * column `at` in `zone` and `calendar`, unless a column has that name.
   */
  readonly by?: readonly string[];
  /** Only rows whose `at` falls on these local days. */
  readonly window?: DateWindow;
  /** Only rows of this scope; without it, rows of several scopes give no value. */
  readonly scope?: Scope;
  /** Default `public`: reactions, comments, shares. */
  readonly engagementSet?: EngagementSet;
  /** The zone in which days begin and end; default UTC. */
  readonly zone?: Zone;
  readonly calendar?: FiscalCalendar;
  /** Results in this currency; rows of others are converted, each at the rate of its own day. */
  readonly currency?: Currency;
  /** Made by {@link exchange} from dated rates. */
  readonly exchange?: Exchange;
  /** Denominators (or counted rows, where nothing is divided) below this are `low-base`. */
  readonly lowBase?: number;
  /** Breaks in the platforms' definitions; default the known {@link eras}. */
  readonly eras?: readonly Era[];
  /** How networks count, as caveats of what they are about: for example {@link platformNotes}. */
  readonly notes?: readonly PlatformNote[];
  /**
   * Gives a ratio its interval from one pair per row; rows are the clusters, one per post:
   * `(posts) => ratioInterval(posts).interval` with `ratioInterval` of `@affiche/kpi/stats`.
   */
  readonly interval?: (
    clusters: readonly { readonly numerator: number; readonly denominator: number }[],
  ) => Interval | null | undefined;
}

/** One group's results. */
export interface EvaluatedGroup {
  /** The key values by name of `by`; empty without `by`. */
  readonly group: Readonly<Record<string, string | number | null>>;
  readonly rows: number;
  readonly values: Readonly<Record<string, KpiValue>>;
}

/** What {@link evaluate} found. */
export interface Evaluation {
  readonly groups: readonly EvaluatedGroup[];
  /** Cells that could not be used, each with its row and column; the other cells count. */
  readonly findings: readonly Finding[];
}

/**
 * Evaluates KPIs over rows or columns. Ratios are ratios of sums over rows that have both halves;
 * a missing fact is never 0; unique people are never added up; `impressions` and `views` are two
 * different facts. Rows may carry `at`, `platform`, `account`, `scope` and `currency`.
 *
 * ```ts
 * import { evaluate } from '@affiche/kpi';
 *
 * const posts = [
 *   { reactions: 4, comments: 1, shares: 0, impressions: 100 },
 *   { reactions: 8, comments: 1, shares: 1, impressions: 1000 },
 * ];
 * const { groups } = evaluate(['er_by_impressions'], posts);
 * groups[0]?.values['er_by_impressions']?.value; // => 15 / 1100
 * ```
 *
 * @throws ConfigurationError `unknown-kpi`, `unknown-column`, `uneven-columns`,
 * `invalid-argument`, `unknown-zone`: programming errors. Bad cells are findings instead.
 */
export function evaluate(
  kpis: readonly (string | KpiDefinition)[],
  data: readonly Row[] | Columns,
  options: EvaluateOptions = {},
): Evaluation {
  if (!Array.isArray(kpis)) throw invalidArgument('kpis', kpis, 'a list of ids or definitions');
  const definitions = kpis.map((each: unknown) =>
    typeof each === 'object' && each ? (each as KpiDefinition) : lookUp(String(each)),
  );
  const engagementSet = options.engagementSet ?? 'public';
  const engagements = engagementFacts(engagementSet);
  const read = (definition: KpiDefinition) =>
    definition.facts.flatMap((fact) => (fact === 'engagements' ? engagements : [fact]));
  const needed = [...new Set(definitions.flatMap(read))];
  const expressions = definitions.flatMap(({ expression }) => aggregatesIn(expression));
  const compute = (strict: boolean) => {
    const prepared = prepare(data, needed, options, strict);
    const input: AggregateInput = { ...prepared.input, engagements };
    return { prepared, input, lookup: computeAggregates(expressions, input) };
  };
  const hopeful = compute(false);
  const { prepared, input, lookup } = hopeful.prepared.suspected() ? compute(true) : hopeful;
  const { groups, findings, label } = prepared;
  const plans = definitions.map((definition) => ({
    id: definition.id,
    judge: judge(definition, { input, lookup, options, engagementSet, facts: read(definition) }),
  }));

  const empty = Object.fromEntries(plans.map(({ id }) => [id, undefined as never]));
  const evaluated: EvaluatedGroup[] = [];
  for (let group = 0; group < groups.count; group++) {
    const rows = groups.sizes[group]!;
    // Without grouping, no rows at all is an answer too: every KPI is missing its input.
    if (rows === 0 && options.by?.length) continue;
    const about = prepared.group(group);
    // A copy has room for every KPI from the start: adding them one by one costs more than the sums.
    const values: Record<string, KpiValue> = { ...empty };
    for (const { id, judge } of plans) values[id] = judge(group, about);
    evaluated.push({ group: label(group), rows, values });
  }
  return { groups: evaluated, findings };
}
