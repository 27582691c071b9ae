import { reportCharts, reportTables, toCsv, toRecords } from '@affiche/report';
import { toPng } from '@affiche/report/png';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const charts = reportCharts(bakery());
const tables = reportTables(bakery());

describe('a chart on its own', () => {
  it('is there for every drawing of the report, each under its own name', () => {
    const ids = charts.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(
      expect.arrayContaining(['best-times', 'followers', 'budget', 'returns', 'attribution']),
    );
  });

  it.each(charts.map((chart) => [chart.id, chart] as const))(
    '%s needs no style sheet and says in words what it shows',
    (_, chart) => {
      const svg = chart.svg();
      expect(svg).not.toContain('var(');
      expect(svg).not.toMatch(/ style=|<style|NaN|undefined|Infinity/);
      const { document } = parseHTML(svg);
      expect(document.querySelector('title')?.textContent).toBe(chart.title);
      expect(document.querySelector('desc')?.textContent).toBe(chart.description);
      expect(chart.table.rows.length).toBeGreaterThan(0);
    },
  );

  it('takes the colours of the dark and the width that it is given', () => {
    const [chart] = charts;
    expect(chart?.svg({ appearance: 'dark' })).toContain('#211d1a');
    expect(chart?.svg({ width: 400 })).toContain('width="400"');
  });

  it('becomes a picture', () => {
    const map = charts.find(({ id }) => id === 'best-times');
    const png = toPng(map?.svg() ?? '', { scale: 1 });
    const header = new DataView(png.buffer);
    expect(new TextDecoder('latin1').decode(png.subarray(1, 4))).toBe('PNG');
    expect(header.getUint32(16)).toBe(760);
    expect(png.length).toBeGreaterThan(10_000);
  });
});

describe('the tables of a report', () => {
  it('hold the whole week of posting times', () => {
    const times = tables.find(({ id }) => id === 'best-times');
    expect(times?.rows).toHaveLength(168);
    expect(toRecords(times ?? none)[12]).toMatchObject({ weekday: 'Monday', hour: 12 });
  });

  it('give fractions and cents to programs, percentages and euros to people', () => {
    const score = tables.find(({ id }) => id === 'scorecard') ?? none;
    const rate = toRecords(score).find(({ kpi }) => kpi === 'er_by_followers_post');
    expect(rate).toMatchObject({ baseline: 0.03, target: 0.048, verdict: 'behind' });
    const orders = toRecords(score).find(({ kpi }) => kpi === 'leads');
    expect(orders).toMatchObject({ actual: null });
    const budget = tables.find(({ id }) => id === 'budget') ?? none;
    expect(toRecords(budget)[0]).toMatchObject({ planned_minor: 96_000, currency: 'EUR' });
  });

  it('survive as CSV: every row, every column, quotes and line breaks', () => {
    for (const table of tables) {
      const records = parseCsv(toCsv(table));
      expect(records).toHaveLength(table.rows.length + 1);
      expect(new Set(records.map((record) => record.length))).toEqual(
        new Set([table.columns.length]),
      );
    }
  });

  it('never hand a formula to a spreadsheet', () => {
    const cells = ['=1+1', '+1', '-1', '@sum', '\tx', '\rx'];
    const csv = toCsv({
      id: 'x',
      title: 'X',
      columns: [{ key: 'x', label: 'X' }],
      rows: [...cells.map((cell) => [cell]), [-1]],
    });
    const fields = parseCsv(csv).flat();
    expect(fields.slice(1, -1).every((field) => field.startsWith("'"))).toBe(true);
    expect(fields.at(-1)).toBe('-1');
  });
});

const none = { id: '', title: '', columns: [], rows: [] };

/** Reads RFC 4180, as spreadsheets do. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
