import { computeAggregates } from './aggregates.ts';
import { kpi as lookUp } from './catalogue.ts';
import { type Columns, type Row, invalidArgument } from './columns.ts';
import type { KpiDefinition } from './definition.ts';
import { engagementFacts } from './engagement-set.ts';
import type { EvaluatedGroup, EvaluateOptions, Evaluation } from './evaluation.ts';
import { aggregatesIn } from './expression.ts';
import { judge } from './judge.ts';
import type { KpiValue } from './kpi-value.ts';
import { prepare } from './prepare.ts';
import type { AggregateInput } from './totals.ts';

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
