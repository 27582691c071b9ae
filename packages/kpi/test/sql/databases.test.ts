import { catalogue, evaluate, facts, kpi } from '@affiche/kpi';
import { compileSql, type Dialect } from '@affiche/kpi/sql';
import { Dialect as Grammar, transpile } from '@polyglot-sql/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, duckdb, postgres, type Row } from './databases.ts';

const kpis = [...catalogue().values()];
const rows = Array.from({ length: 3000 }, (_, index) => rowOf(index));
const groupings = [['platform', 'slot'], ['platform'], []];

describe.each<[name: string, dialect: Dialect, open: () => Promise<Database>]>([
  ['DuckDB', 'duckdb', duckdb],
  ['PostgreSQL', 'postgres', postgres],
])('compileSql in %s', (_name, dialect, open) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
    await fill(database, rows);
  }, 30_000);

  afterAll(async () => database[Symbol.asyncDispose]());

  it.each(groupings.map((by, index) => ({ by, ours: () => ourGroups(index) })))(
    'gives what evaluate gives, grouped by $by',
    async ({ by, ours }) => {
      const theirs = await database.read(compileSql(kpis, { dialect, table: 'posts', by }));
      expect(disagreement(theirs, ours(), by)).toEqual([]);
    },
  );

  it('takes calculated keys, other column names and one scope', async () => {
    await database.read(`create table paid as select 'paid' as scope, 'x' as net, 100 as cost_cents, 50 as "linkClicks"
      union all select 'organic', 'x', 900, 1`);
    const sql = compileSql([kpi('cpc')], {
      dialect,
      table: 'paid',
      by: [{ name: 'network', sql: 'upper(net)' }],
      columns: { spend: 'cost_cents' },
      scope: 'paid',
    });
    expect(await database.read(sql)).toEqual([{ network: 'X', cpc: 2 }]);
  });

  it('quotes hostile names', async () => {
    await database.read(`create table "a""b" as select 1 as "x;""--", 4 as posts, 8 as reactions`);
    const options = { dialect, table: 'a"b', by: ['x;"--'] };
    const result = await database.read(compileSql(['applause_per_post'], options));
    expect(result).toEqual([{ 'x;"--': 1, applause_per_post: 2 }]);
  });
});

describe('compileSql', () => {
  // Nobody runs BigQuery on a laptop: a translator that knows its grammar has DuckDB answer for it.
  it('gives in BigQuery, translated, what evaluate gives', async () => {
    await using database = await duckdb();
    const few = rows.slice(0, 500);
    await fill(database, few);
    const by = ['platform'];
    const kinds = Map.groupBy(kpis, ({ aggregation }) => aggregation);
    const some = [...kinds.values()].flatMap((kind) => kind.slice(0, 3));
    const sql = compileSql(some, { dialect: 'bigquery', table: 'posts', by });
    const options = { unsupportedLevel: 'raise' } as const;
    const translated = transpile(sql, Grammar.BigQuery, Grammar.DuckDB, options);
    expect(translated).toMatchObject({ success: true, sql: [expect.any(String)] });
    const theirs = await database.read(translated.sql![0]!);
    expect(disagreement(theirs, evaluate(some, few, { by }).groups, by, some)).toEqual([]);
  }, 30_000);

  // ClickHouse takes a bare name for the KPI that is called like the fact, and refuses the query.
  it('says of each fact that it is a column', () => {
    const sql = compileSql(kpis, { dialect: 'clickhouse', table: 'posts' });
    expect(sql).toContain('cast(facts.`reach` as Nullable(Float64))');
    expect(sql).not.toContain('cast(`');
  });
});

type Groups = ReturnType<typeof evaluate>['groups'];

const evaluated: Groups[] = [];
/** What we say of all rows in a grouping: once for all databases. */
function ourGroups(index: number): Groups {
  return (evaluated[index] ??= evaluate(kpis, rows, { by: groupings[index]! }).groups);
}

async function fill(database: Database, posts: readonly Post[]): Promise<void> {
  await database.read(`create table posts (platform text, slot bigint, account text, "at" bigint,
    ${Object.keys(facts)
      .map((fact) => `"${fact}" bigint`)
      .join(', ')})`);
  for (let start = 0; start < posts.length; start += 500) {
    const tuples = posts.slice(start, start + 500).map((row) => `(${literals(row).join(', ')})`);
    await database.read(`insert into posts values ${tuples.join(', ')}`);
  }
}

function literals(row: Post): string[] {
  return Object.values(row).map((each) => (typeof each === 'string' ? `'${each}'` : String(each)));
}

/** Where a database answers otherwise than `evaluate` does of the same rows. */
function disagreement(
  theirs: readonly Row[],
  groups: Groups,
  by: readonly string[],
  asked = kpis,
): unknown[] {
  const key = (group: Row) => by.map((name) => String(group[name])).join();
  const byKey = new Map(theirs.map((row) => [key(row), row]));

  let known = 0;
  const wrong: unknown[] = [];
  for (const { group, values } of groups) {
    const row = byKey.get(key(group))!;
    for (const { id } of asked) {
      const ours = values[id]!.value;
      const other = row[id] as number | null;
      known += Number(ours !== null);
      const same =
        ours === null || other === null
          ? ours === other
          : ours === other || Math.abs(ours - other) <= 1e-12 * Math.abs(other);
      if (!same) wrong.push({ group, id, ours, other });
    }
  }
  if (groups.length !== theirs.length) wrong.push({ ours: groups.length, theirs: theirs.length });
  // Agreeing on nothing but holes would prove little.
  if (known < asked.length * theirs.length * 0.8) wrong.push({ known });
  return wrong;
}

type Post = Record<string, string | number | null>;

// Every fact gets its own stream of integers, with holes and zeros: missing is not zero.
function rowOf(index: number): Post {
  const values = Object.entries(facts).map(([name, fact], column) => {
    const random = scrambled(index * 1000 + column);
    const hole = fact.additivity === 'unique' ? 60 : 10;
    const chance = random % 100;
    if (chance < hole) return [name, null];
    return [name, chance < hole + 5 ? 0 : Math.floor(random / 128) % 5000];
  });
  return {
    platform: `p${index % 7}`,
    slot: Math.floor(index / 21) % 90,
    account: `a${index % 3}`,
    at: index * 60_000,
    ...Object.fromEntries(values),
  };
}

// An integer hash: neighbours get nothing in common.
function scrambled(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
