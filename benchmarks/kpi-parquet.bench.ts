import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileSql } from '@affiche/kpi/sql';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Claim } from './claim.ts';

// The way past memory: a hundred million post-days in a Parquet file, read by DuckDB with the query
// that the KPI definitions compile to.
const rows = 100_000_000;
const cell = (name: string, prime: number, size: number) =>
  `((i * ${prime}) % 1000003 % ${size})::integer as ${name}`;

export async function bench(): Promise<Claim[]> {
  const folder = mkdtempSync(join(tmpdir(), 'affiche-parquet-'));
  const file = join(folder, 'posts.parquet');
  try {
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`set memory_limit = '700MB'`);
    await connection.run(`set preserve_insertion_order = false`);
    await connection.run(`copy (select ${cell('account', 86_028_121, 500)},
      ${cell('day', 49_979_687, 25)}, ${cell('impressions', 15_485_863, 2000)},
      ${cell('reactions', 7919, 100)}, ${cell('comments', 611_953, 20)},
      ${cell('shares', 15_859, 10)}, ${cell('"linkClicks"', 104_729, 50)}
      from range(${rows}) t(i)) to '${file}' (format parquet, compression zstd)`);
    await connection.run(`create view posts as select * from '${file}'`);

    const query = compileSql(['er_by_impressions', 'ctr', 'engagements', 'impressions'], {
      dialect: 'duckdb',
      table: 'posts',
      by: ['account', 'day'],
    });
    const started = performance.now();
    const result = await connection.runAndReadAll(query);
    const seconds = (performance.now() - started) / 1000;
    const groups = result.currentRowCount;
    connection.closeSync();
    const size = Math.round(statSync(file).size / 1e6);
    const most = process.resourceUsage().maxRSS / 1024;
    return [
      limit(
        `four KPIs of ${rows / 1e6} million rows (${size} MB of Parquet) in ${groups} groups`,
        seconds,
        8,
        's',
      ),
      limit('the same, most memory of the whole process', most, 1024, 'MB'),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function limit(claim: string, ours: number, peer: number, unit: string): Claim {
  const goal = `at most ${peer} ${unit}`;
  return { claim, ours, peer, peerName: 'goal', unit, ratio: peer / ours, goal, met: ours <= peer };
}
