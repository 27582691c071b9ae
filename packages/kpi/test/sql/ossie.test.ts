import { catalogue, evaluate, facts } from '@affiche/kpi';
import { toOssie } from '@affiche/kpi/sql';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';

const dataset = { name: 'posts', source: 'marketing.posts' };

function digits(value: unknown): unknown {
  return typeof value === 'number' ? value.toPrecision(12) : value;
}

describe('toOssie', () => {
  it('gives every metric an expression that a database understands, and the value of evaluate', async () => {
    const names = Object.keys(facts);
    const rows = Array.from({ length: 6 }, (_, row) =>
      Object.fromEntries(names.map((name, index) => [name, ((row + 2) * (index + 3)) % 97])),
    );
    const { metrics } = toOssie({ dataset });
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(
      `create table posts (${names.map((name) => `"${name}" integer`).join(', ')})`,
    );
    for (const row of rows) {
      await connection.run(`insert into posts values (${Object.values(row).join(', ')})`);
    }
    const columns = metrics.map(
      ({ name, expression }) => `${expression.dialects[0]!.expression} as ${name}`,
    );
    const reader = await connection.runAndReadAll(`select ${columns.join(', ')} from posts`);
    const [theirs] = reader.getRowObjectsJS();
    connection.closeSync();

    const ids = metrics.map(({ name }) => name);
    const { values } = evaluate(ids, rows).groups[0]!;
    for (const id of ids)
      expect([id, digits(theirs![id])]).toEqual([id, digits(values[id]!.value)]);
    expect(ids.length).toBeGreaterThan(120);
  });

  it('says what the format has no word for in an extension', () => {
    const { version, datasets, metrics } = toOssie({ dataset });
    const { data } = metrics.find(({ name }) => name === 'er_by_reach')!.custom_extensions[0]!;
    expect(version).toBe('0.2.0.dev0');
    expect(datasets[0]).toMatchObject(dataset);
    expect(JSON.parse(data)).toMatchObject({
      unit: 'fraction',
      zero: 'null',
      engagementSet: ['reactions', 'comments', 'shares'],
    });
  });

  it('leaves out what needs the last value of each account', () => {
    const left = new Set(toOssie({ dataset }).metrics.map(({ name }) => name));
    const missing = [...catalogue().keys()].filter((id) => !left.has(id));
    expect(missing).toContain('audience_size');
    expect(missing).not.toContain('er_by_followers_post');
  });
});
