import { catalogue } from '../catalogue.ts';
import type { KpiDefinition } from '../definition.ts';
import { engagementSets } from '../engagement-set.ts';
import { aggregatesIn } from '../expression.ts';
import { groupSql } from './compile-sql.ts';

/** Options of {@link toOssie}. */
export interface OssieOptions {
  /** The model's name; default `affiche_kpis`. */
  readonly name?: string;
  /** The dataset's name and the table it stands for. */
  readonly dataset: { readonly name: string; readonly source: string };
  /** Which KPIs; default the whole catalogue. */
  readonly kpis?: Iterable<KpiDefinition>;
}

/** The same calculation in one or more dialects. */
export interface OssieExpression {
  readonly dialects: readonly { readonly dialect: string; readonly expression: string }[];
}

/** A semantic model that other tools read: the content of one document. */
export interface OssieModel {
  readonly version: '0.2.0.dev0';
  readonly name: string;
  readonly datasets: readonly {
    readonly name: string;
    readonly source: string;
    readonly fields: readonly { readonly name: string; readonly expression: OssieExpression }[];
  }[];
  readonly metrics: readonly {
    readonly name: string;
    readonly description: string;
    readonly expression: OssieExpression;
    readonly custom_extensions: readonly { readonly vendor_name: string; readonly data: string }[];
  }[];
}

/**
 * Writes the catalogue as an Apache Ossie semantic model, which dbt, Databricks, Snowflake and
 * others read. KPIs that need the last value of each account are left out: the format has no word
 * for them. Tools that expect several models in one document take it as one of `semantic_model`.
 * Unit, range, zero policy and caveats travel in an extension.
 *
 * ```ts
 * import { toOssie } from '@affiche/kpi/sql';
 *
 * const { metrics } = toOssie({ dataset: { name: 'posts', source: 'marketing.posts' } });
 * metrics.some(({ name }) => name === 'cpc'); // => true
 * ```
 *
 * @see {@link https://github.com/apache/ossie/blob/main/core-spec/spec.md | Apache Ossie 0.2.0.dev0, verified 2026-11-21}
 */
export function toOssie({ name = 'affiche_kpis', dataset, kpis }: OssieOptions): OssieModel {
  const exported = [...(kpis ?? catalogue().values())].filter(
    ({ expression }) =>
      !aggregatesIn(expression).some(
        ({ aggregate }) => aggregate === 'first' || aggregate === 'last',
      ),
  );
  return {
    version: '0.2.0.dev0',
    name,
    datasets: [{ ...dataset, fields: fieldsOf(exported) }],
    metrics: exported.map((kpi) => ({
      name: kpi.id,
      description: `${kpi.name}: ${kpi.formula}`,
      expression: ansi(groupSql(kpi, 'postgres')),
      custom_extensions: [{ vendor_name: 'COMMON', data: JSON.stringify(extension(kpi)) }],
    })),
  };
}

function ansi(expression: string): OssieExpression {
  return { dialects: [{ dialect: 'ANSI_SQL', expression }] };
}

function fieldsOf(kpis: readonly KpiDefinition[]) {
  const read = kpis.flatMap(({ facts }) =>
    facts.flatMap((fact) => (fact === 'engagements' ? engagementSets.public : [fact])),
  );
  return [...new Set(read)].map((name) => ({ name, expression: ansi(`"${name}"`) }));
}

function extension(kpi: KpiDefinition) {
  const { version, family, formula, unit, range, zero, aggregation, better, caveats } = kpi;
  const engagements = kpi.facts.includes('engagements')
    ? { engagementSet: engagementSets.public }
    : {};
  return {
    version,
    family,
    formula,
    unit,
    range,
    zero,
    aggregation,
    better,
    caveats,
    ...engagements,
  };
}
