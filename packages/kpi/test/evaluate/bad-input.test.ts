import { defineKpi, evaluate, exchange, parseFormula } from '@affiche/kpi';
import { describe, expect, it } from 'vitest';

const good = { reactions: 5, comments: 0, shares: 0, impressions: 100 };

describe('bad input', () => {
  it.each([
    ['negative', -5, 'impressions is below zero.'],
    ['not-finite', Number.NaN, 'impressions is NaN, not a finite number.'],
    ['not-finite', Infinity, 'impressions is Infinity, not a finite number.'],
    ['not-a-number', '100', 'impressions is "100", not a number.'],
  ])('reports a %s cell by row and column, and goes on with the others', (rule, cell, message) => {
    const rows = [good, { ...good, impressions: cell }, good];
    const { groups, findings } = evaluate(['er_by_impressions'], rows);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      rule: `kpi/cell/${rule}`,
      path: ['rows', 1, 'impressions'],
      message,
    });
    expect(groups[0]!.values['er_by_impressions']!.value).toBe(10 / 200);
  });

  it.each([null, undefined, 'a line', 7])('leaves out %s instead of a row', (row) => {
    const { groups, findings } = evaluate(['er_by_impressions'], [good, row as never, good]);
    expect(findings).toMatchObject([{ rule: 'kpi/cell/not-a-row', path: ['rows', 1] }]);
    expect(groups[0]!.values['er_by_impressions']!.value).toBe(10 / 200);
  });

  it('reports a day that is none by row and column, where days matter', () => {
    const rows = ['2027-01-04', '2027-13-01', 'soon', null].map((at) => ({ ...good, at }));
    const window = { from: '2027-01-01', to: '2027-01-31' };
    for (const options of [{ by: ['month'] }, { window }]) {
      const { findings } = evaluate(['reactions'], rows, options);
      expect(findings.map(({ rule, path }) => [rule, path.join('.')])).toEqual([
        ['kpi/cell/not-a-day', 'rows.1.at'],
        ['kpi/cell/not-a-day', 'rows.2.at'],
      ]);
    }
    expect(evaluate(['reactions'], rows).findings).toEqual([]);
  });

  it('keeps negative counts where platforms correct themselves', () => {
    const { groups, findings } = evaluate(
      ['reactions', 'er_by_impressions'],
      [{ ...good, reactions: -2 }],
    );
    expect(findings).toEqual([]);
    expect(groups[0]!.values['reactions']!.value).toBe(-2);
    expect(groups[0]!.values['er_by_impressions']!.value).toBe(-0.02);
  });

  it('finds negatives and holes in typed columns', () => {
    const columns = {
      impressions: Int32Array.of(10, -1, 20),
      views: Float64Array.of(1, Number.NaN, 2),
    };
    const { groups, findings } = evaluate(['impressions', 'views'], columns);
    expect(groups[0]!.values['impressions']!.value).toBe(30);
    expect(groups[0]!.values['views']!.value).toBe(3);
    expect(findings.map(({ path }) => path)).toEqual([['rows', 1, 'impressions']]);
  });

  it('takes money in whole minor units only, and the others of the group still count', () => {
    const rows = [{ spend: 1000 }, { spend: 12.5 }, { spend: 2 ** 60 }];
    const { groups, findings } = evaluate(['media_spend'], rows);
    expect(groups[0]!.values['media_spend']).toMatchObject({ value: 1000, status: 'ok' });
    expect(findings.map(({ rule, path, message }) => [rule, path[1], message])).toEqual([
      ['kpi/cell/not-whole', 1, 'spend is 12.5, not whole minor units.'],
      ['kpi/cell/not-whole', 2, `spend is ${2 ** 60}, not whole minor units.`],
    ]);
  });

  it('finds negative money in typed columns, converted or not', () => {
    const columns = {
      spend: Int32Array.of(100, -5),
      currency: ['USD', 'EUR'],
      at: ['2027-01-05', '2027-01-05'],
    };
    const rates = exchange([{ from: 'USD', to: 'EUR', rate: '0.5', date: '2027-01-05' }]);
    const converted = evaluate(['media_spend'], columns, { currency: 'EUR', exchange: rates });
    expect(converted.groups[0]!.values['media_spend']!.value).toBe(50);
    for (const { findings } of [converted, evaluate(['media_spend'], columns)]) {
      expect(findings).toMatchObject([{ rule: 'kpi/cell/negative', path: ['rows', 1, 'spend'] }]);
    }
  });

  it('refuses what is no data and no list of KPIs by the name of the argument', () => {
    expect(() => evaluate(['views'], null as never)).toThrow('data is null');
    expect(() => evaluate(null as never, [])).toThrow('kpis is null');
    expect(() => evaluate([null as never], [])).toThrow('There is no KPI "null"');
    expect(() => evaluate(['views'], { views: [1], posts: null as never })).toThrow(
      'Column posts has undefined rows',
    );
  });

  it('groups by big whole numbers, as databases hand them out', () => {
    const columns = { views: [1, 2, 3], account: BigInt64Array.of(7n, 2n ** 60n, 7n) };
    const { groups } = evaluate(['views'], columns, { by: ['account'] });
    expect(groups.map(({ group, values }) => [group['account'], values['views']!.value])).toEqual([
      ['7', 4],
      [String(2n ** 60n), 2],
    ]);
  });

  it('calls an empty group missing, not zero', () => {
    const { groups } = evaluate(['impressions', 'cpc'], []);
    expect(groups[0]!.values['impressions']).toMatchObject({
      value: null,
      status: 'missing-input',
    });
    expect(evaluate(['cpc'], [], { by: ['platform'] }).groups).toEqual([]);
  });

  it('refuses unknown KPIs, facts, columns and zones by name', () => {
    expect(() => evaluate(['er'], [good])).toThrow('There is no KPI "er"');
    expect(() => evaluate(['views'], [good], { by: ['network'] })).toThrow(
      'Cannot group by "network"',
    );
    expect(() => evaluate(['views'], [good], { by: ['month'] })).toThrow('Cannot group by "month"');
    expect(() => parseFormula('likes / reach')).toThrow('"likes" is no base fact');
    const at = [{ ...good, at: '2027-01-01T00:00:00Z' }];
    expect(() => evaluate(['views'], at, { by: ['day'], zone: 'Mars/Olympus' })).toThrow(
      'Mars/Olympus',
    );
    expect(() => evaluate(['views'], { views: [1, 2], posts: [1] })).toThrow(
      'Column posts has 1 rows',
    );
  });

  it.each([
    ['spend /', 'expected more'],
    ['spend / (clicks', 'expected )'],
    ['spend clicks', 'unexpected clicks'],
    ['average(spend)', 'there is no function average'],
    ['responseSeconds', 'cannot stand alone'],
    ['spend ; clicks', 'unexpected ;'],
  ])('says what is wrong with the formula %s', (formula, problem) => {
    expect(() => parseFormula(formula)).toThrow(problem);
  });

  it('refuses an id that is not snake case', () => {
    expect(() => defineKpi({ id: 'My KPI', name: 'Mine', formula: 'spend' })).toThrow(
      'is no KPI id',
    );
  });

  it('stops reporting after a hundred cells', () => {
    const rows = Array.from({ length: 500 }, () => ({ impressions: -1 }));
    expect(evaluate(['impressions'], rows).findings).toHaveLength(100);
  });
});
