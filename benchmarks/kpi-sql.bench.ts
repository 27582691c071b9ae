import { spawnSync } from 'node:child_process';
import { catalogue, evaluate, facts } from '@affiche/kpi';
import { compileSql, type Dialect } from '@affiche/kpi/sql';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Claim } from './claim.ts';

// One definition, three engines: a million cells of KPI × group, computed here, by DuckDB and, where
// AFFICHE_POSTGRES_URL names a server and psql is installed, by PostgreSQL.
const rowCount = 18_600;
const by = ['platform', 'slot'];
const kpis = [...catalogue().values()];
type Row = Record<string, unknown>;

export async function bench(): Promise<Claim[]> {
  const rows = Array.from({ length: rowCount }, (_, index) => randomRow(index));
  const ours = new Map(
    evaluate(kpis, rows, { by }).groups.map(({ group, values }) => [key(group), values]),
  );
  const duckdb = await runDuckdb(rows);
  const url = process.env['AFFICHE_POSTGRES_URL'];
  const engines: [string, readonly Row[]][] = [['DuckDB', duckdb]];
  if (url) engines.push(['PostgreSQL', runPostgres(url, rows)]);
  return engines.map(([peerName, theirs]) => compareCells(peerName, theirs, ours));
}

function compareCells(
  peerName: string,
  theirs: readonly Row[],
  ours: ReadonlyMap<string, ReturnType<typeof evaluate>['groups'][number]['values']>,
): Claim {
  let cells = 0;
  let nulls = 0;
  let worst = 0;
  for (const row of theirs) {
    const values = ours.get(key(row))!;
    for (const { id } of kpis) {
      cells += 1;
      const value = values[id]!.value;
      const other = row[id] as number | null;
      if (value === null || other === null) nulls += Number(value !== other);
      else if (value !== other) worst = Math.max(worst, Math.abs(value - other) / Math.abs(other));
    }
  }
  return {
    claim: `${cells} KPI cells agree with ${peerName}: ${nulls} null mismatches, worst relative difference`,
    ours: worst,
    peer: 1e-12,
    peerName: 'allowed',
    unit: 'relative',
    ratio: worst === 0 ? 1 : 1e-12 / worst,
    goal: '1,000,000 cells, no null mismatch, at most 1e-12',
    met: cells >= 1_000_000 && nulls === 0 && worst <= 1e-12,
  };
}

function key(group: Row): string {
  return by.map((name) => String(group[name])).join('/');
}

/** A repeatable row with zeros and holes; unique facts are there about once in a group. */
function randomRow(index: number): Row {
  const row: Row = {
    platform: `p${index % 7}`,
    slot: `s${Math.floor(index / 7) % 900}`,
    account: `a${index % 3}`,
    at: index * 60_000,
  };
  let state = index * 2_654_435_761 + 1;
  for (const [fact, { additivity }] of Object.entries(facts)) {
    state = Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e37_79b9;
    const chance = (state >>> 0) % 100;
    const hole = additivity === 'unique' ? 60 : 10;
    row[fact] = chance < hole ? null : chance < hole + 5 ? 0 : ((state >>> 7) & 0xff_ff) % 5000;
  }
  return row;
}

async function runDuckdb(rows: readonly Row[]): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(createTable('duckdb', rows[0] ?? {}));
  for (let start = 0; start < rows.length; start += 2000) {
    await connection.run(insert(rows.slice(start, start + 2000)));
  }
  const result = await connection.runAndReadAll(
    compileSql(kpis, { dialect: 'duckdb', table: 'posts', by }),
  );
  const objects = result.getRowObjectsJS();
  connection.closeSync();
  return objects;
}

function runPostgres(url: string, rows: readonly Row[]): Row[] {
  const statements = [
    'set search_path to pg_temp',
    createTable('postgres', rows[0] ?? {}).replace('create table', 'create temp table'),
  ];
  for (let start = 0; start < rows.length; start += 2000) {
    statements.push(insert(rows.slice(start, start + 2000)));
  }
  const query = compileSql(kpis, { dialect: 'postgres', table: 'posts', by });
  const script = `${statements.join(';\n')};\nselect row_to_json(q) from (${query}) q;`;
  const { stdout, stderr, status } = spawnSync('psql', [url, '-qtA'], {
    input: script,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0) throw new Error(`psql failed: ${stderr.slice(0, 500)}`);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);
}

function createTable(dialect: Dialect, row: Row): string {
  const text = dialect === 'postgres' ? 'text' : 'varchar';
  const columns = Object.entries(row).map(
    ([name, value]) => `"${name}" ${typeof value === 'string' ? text : 'bigint'}`,
  );
  return `create table posts (${columns.join(', ')})`;
}

function literal(value: unknown): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function insert(rows: readonly Row[]): string {
  const tuples = rows.map((row) => `(${Object.values(row).map(literal).join(',')})`);
  return `insert into posts values ${tuples.join(',')}`;
}
