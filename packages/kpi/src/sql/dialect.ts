/** A database that {@link compileSql} writes for. */
export type Dialect = 'duckdb' | 'postgres' | 'clickhouse' | 'bigquery';

/** What differs between databases. */
export interface DialectRules {
  /** Quotes a name. */
  readonly name: (name: string) => string;
  /** Converts to a double before dividing: integers would be cut off, or overflow. */
  readonly double: (expression: string) => string;
  /**
   * The continuous quantile as an aggregate, or `undefined` where the database has it only as a
   * window function.
   */
  readonly quantile: ((expression: string, share: number) => string) | undefined;
}

const standardName = (name: string) => `"${name.replaceAll('"', '""')}"`;
const backtickName = (name: string) => `\`${name.replaceAll(/[`\\]/g, String.raw`\$&`)}\``;

/** The rules of each database. */
export const dialects: Readonly<Record<Dialect, DialectRules>> = {
  duckdb: {
    name: standardName,
    double: (expression) => `cast(${expression} as double)`,
    quantile: (expression, share) => `quantile_cont(${expression}, ${share})`,
  },
  postgres: {
    name: standardName,
    double: (expression) => `cast(${expression} as double precision)`,
    quantile: (expression, share) =>
      `percentile_cont(${share}) within group (order by ${expression})`,
  },
  clickhouse: {
    name: backtickName,
    double: (expression) => `cast(${expression} as Nullable(Float64))`,
    quantile: (expression, share) => `quantileExactInclusiveOrNull(${share})(${expression})`,
  },
  bigquery: {
    name: backtickName,
    double: (expression) => `cast(${expression} as float64)`,
    quantile: undefined,
  },
};
