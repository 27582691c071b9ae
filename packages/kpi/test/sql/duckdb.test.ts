import { catalogue, evaluate, facts, kpi } from '@affiche/kpi';
import { compileSql } from '@affiche/kpi/sql';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let connection: DuckDBConnection;
const kpis = [...catalogue().values()];

// Every fact gets its own stream of integers, with holes and zeros, made by the database.
const columns = Object.keys(facts).map((fact, index) => {
  const hash = `hash(i * 1000 + ${index})`;
  const hole = facts[fact]!.additivity === 'unique' ? 60 : 10;
  return `case when ${hash} % 100 < ${hole} then null when ${hash} % 100 < ${hole + 5} then 0
    else (${hash} // 128) % 5000 end as "${fact}"`;
});

beforeAll(async () => {
  connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`create table posts as select
    'p' || (i % 7) as platform, (i // 21) % 90 as slot, 'a' || (i % 3) as account,
    i * 60000 as "at", ${columns.join(', ')} from range(3000) t(i)`);
});

afterAll(() => connection.closeSync());

async function read(sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS();
}

async function rows(): Promise<Record<string, unknown>[]> {
  return (await read('select * from posts')).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === 'bigint' ? Number(value) : value,
      ]),
    ),
  );
}

describe('compileSql in DuckDB', () => {
  it.each([{ by: ['platform', 'slot'] }, { by: ['platform'] }, { by: [] }])(
    'gives what evaluate gives, grouped by $by',
    async ({ by }) => {
      const sql = compileSql(kpis, { dialect: 'duckdb', table: 'posts', by });
      const theirs = await read(sql);
      const { groups } = evaluate(kpis, await rows(), { by });
      const key = (group: Record<string, unknown>) => by.map((name) => String(group[name])).join();
      const byKey = new Map(theirs.map((row) => [key(row), row]));

      let cells = 0;
      let known = 0;
      let worst = 0;
      const wrong: unknown[] = [];
      for (const { group, values } of groups) {
        const row = byKey.get(key(group))!;
        for (const { id } of kpis) {
          cells += 1;
          known += Number(values[id]!.value !== null);
          const ours = values[id]!.value;
          const other = row[id] as number | null;
          if (ours === null || other === null) {
            if (ours !== other) wrong.push({ group, id, ours, other });
          } else if (ours !== other) {
            worst = Math.max(worst, Math.abs(ours - other) / Math.abs(other));
          }
        }
      }
      expect(wrong).toEqual([]);
      expect(worst).toBeLessThanOrEqual(1e-12);
      expect(cells).toBe(kpis.length * theirs.length);
      expect(known).toBeGreaterThan(cells * 0.8);
    },
  );

  it('takes calculated keys, other column names and one scope', async () => {
    await connection.run(`create table paid as select 'paid' as scope, 'x' as net, 100 as cost_cents, 50 as linkClicks
      union all select 'organic', 'x', 900, 1`);
    const sql = compileSql([kpi('cpc')], {
      dialect: 'duckdb',
      table: 'main.paid',
      by: [{ name: 'network', sql: 'upper(net)' }],
      columns: { spend: 'cost_cents' },
      scope: 'paid',
    });
    expect(await read(sql)).toEqual([{ network: 'X', cpc: 2 }]);
  });

  it('quotes hostile names', async () => {
    await connection.run(`create table "a""b" as select 1 as "x;""--", 4 as posts, 8 as reactions`);
    const options = { dialect: 'duckdb', table: 'a"b', by: ['x;"--'] } as const;
    const result = await read(compileSql(['applause_per_post'], options));
    expect(result).toEqual([{ 'x;"--': 1, applause_per_post: 2 }]);
  });
});
