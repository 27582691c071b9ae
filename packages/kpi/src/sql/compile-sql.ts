import type { Scope } from '@affiche/core';
import { kpi as lookUp } from '../catalogue.ts';
import type { KpiDefinition } from '../definition.ts';
import { type EngagementSet, engagementFacts } from '../engagement-set.ts';
import type { Expression, RowExpression } from '../expression.ts';
import { type Dialect, type DialectRules, dialects } from './dialect.ts';

/** A key that is calculated, in the database's own words: it is written into the query as it is. */
export interface SqlKey {
  readonly name: string;
  /** Trusted SQL, such as `strftime(at, '%Y-%m')`; never text from a user. */
  readonly sql: string;
}

/** Options of {@link compileSql}. */
export interface SqlOptions {
  readonly dialect: Dialect;
  /** The table or view; a dotted name is quoted part by part. */
  readonly table: string;
  /** Columns to group by, or calculated keys. */
  readonly by?: readonly (string | SqlKey)[];
  /** Default `public`. */
  readonly engagementSet?: EngagementSet;
  /** Only rows of this scope, from the column `scope`. Always choose one where rows have several. */
  readonly scope?: Scope;
  /** What a fact's column is called, where it is not called like the fact. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The account's column, for levels such as followers; default `account`. */
  readonly account?: string;
  /** The time's column, for first and last; default `at`. */
  readonly at?: string;
}

/**
 * Writes KPIs as one query that gives what `evaluate` gives: ratio of sums over rows with both
 * halves, null where an input is missing or a denominator zero, levels taken last per account.
 * Statuses, eras and currencies are for `evaluate`: convert money and choose one scope before.
 *
 * ```ts
 * import { compileSql } from '@affiche/kpi/sql';
 *
 * const sql = compileSql(['cpc'], { dialect: 'postgres', table: 'posts', by: ['platform'] });
 * sql.includes('nullif('); // => true
 * ```
 *
 * @throws ConfigurationError `unknown-kpi`.
 */
export function compileSql(kpis: readonly (string | KpiDefinition)[], options: SqlOptions): string {
  const rules = dialects[options.dialect];
  const { name } = rules;
  const { by = [], scope } = options;
  const keys = by.map((key) => name(typeof key === 'string' ? key : key.name));
  const base = new Map<string, string>();
  const columns = kpis
    .map((each) => (typeof each === 'string' ? lookUp(each) : each))
    .map(({ id, expression }) => {
      const sql = group(expression, { rules, options, keys, base, rows: 'facts.' });
      return `${rules.double(sql)} as ${name(id)}`;
    });

  const calculated = by
    .filter((key): key is SqlKey => typeof key !== 'string')
    .map((key) => `, ${key.sql} as ${name(key.name)}`);
  const table = options.table.split('.').map(name).join('.');
  const where = scope === undefined ? '' : ` where ${name('scope')} = '${scope}'`;
  const ranked = [...base].map(([column, sql]) => `, ${sql} as ${name(column)}`);
  return [
    `with source as (select *${calculated.join('')} from ${table}${where}),`,
    `base as (select *${ranked.join('')} from source as facts)`,
    `select ${[...keys, ...columns].join(',\n  ')}`,
    'from base as facts',
    ...(keys.length > 0 ? [`group by ${keys.join(', ')}`, `order by ${keys.join(', ')}`] : []),
  ].join('\n');
}

/** The SQL of a KPI's expression over rows, for tools that bring their own query around it. */
export function groupSql(definition: KpiDefinition, dialect: Dialect): string {
  const options = { dialect, table: '' };
  return group(definition.expression, {
    rules: dialects[dialect],
    options,
    keys: [],
    base: new Map(),
    rows: '',
  });
}

interface Writing {
  readonly rules: DialectRules;
  readonly options: SqlOptions;
  readonly keys: readonly string[];
  /** Columns to be computed over windows before grouping. */
  readonly base: Map<string, string>;
  /** What stands before a column: ClickHouse takes a bare `reach` for the KPI of that name. */
  readonly rows: string;
}

function group(expression: Expression, writing: Writing): string {
  if (expression.kind === 'number') return String(expression.value);
  if (expression.kind === 'aggregate') return aggregate(expression, writing);
  const right = group(expression.right, writing);
  return operation(expression.operator, group(expression.left, writing), right);
}

function aggregate(
  { aggregate, of, where }: Extract<Expression, { kind: 'aggregate' }>,
  writing: Writing,
): string {
  const value = row(of, writing);
  const counted = where ? `case when ${row(where, writing)} is not null then ${value} end` : value;
  if (aggregate === 'sum') return `sum(${counted})`;
  if (aggregate === 'mean') return `avg(${counted})`;
  if (aggregate === 'once') return `case when count(${counted}) = 1 then max(${counted}) end`;
  if (aggregate === 'first' || aggregate === 'last') return level(aggregate, counted, writing);
  return quantile(counted, aggregate === 'median' ? 0.5 : 0.9, writing);
}

function quantile(value: string, share: number, { rules, keys, base }: Writing): string {
  if (rules.quantile) return rules.quantile(value, share);
  const window = keys.length > 0 ? `partition by ${keys.join(', ')}` : '';
  const column = derive(base, `percentile_cont(${value}, ${share}) over (${window})`);
  return `max(${rules.name(column)})`;
}

/** Adds a column to the query underneath, once. */
function derive(base: Map<string, string>, sql: string): string {
  const known = [...base].find(([, each]) => each === sql)?.[0];
  const column = known ?? `derived ${base.size}`;
  base.set(column, sql);
  return column;
}

/** The first or last known value of each account, added over accounts. */
function level(which: 'first' | 'last', value: string, { rules, options, keys, base }: Writing) {
  const { account = 'account', at = 'at' } = options;
  const partition = [...keys, rules.name(account), `(${value} is null)`].join(', ');
  const order = `${rules.name(at)} ${which === 'first' ? 'asc' : 'desc'}`;
  const rank = derive(base, `row_number() over (partition by ${partition} order by ${order})`);
  return `sum(case when ${rules.name(rank)} = 1 then ${value} end)`;
}

function row(expression: RowExpression, writing: Writing): string {
  const { rules, options } = writing;
  if (expression.kind === 'number') return String(expression.value);
  if (expression.kind === 'fact') {
    const column = options.columns?.[expression.fact] ?? expression.fact;
    return rules.double(`${writing.rows}${rules.name(column)}`);
  }
  if (expression.kind === 'engagements') {
    const facts = engagementFacts(options.engagementSet ?? 'public');
    return `(${facts.map((fact) => row({ kind: 'fact', fact }, writing)).join(' + ')})`;
  }
  const right = row(expression.right, writing);
  return operation(expression.operator, row(expression.left, writing), right);
}

function operation(operator: string, left: string, right: string): string {
  return `(${left} ${operator} ${operator === '/' ? `nullif(${right}, 0)` : right})`;
}
