import { evaluate, periodOf } from '@affiche/kpi';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** Every group with its values, in an order that does not depend on the rows'. */
function sorted(data: Parameters<typeof evaluate>[1]): string[] {
  return evaluate(['reactions', 'impressions'], data, { by: ['platform', 'account'] })
    .groups.map(({ group, values }) =>
      JSON.stringify([group, values['reactions']!.value, values['impressions']!.value]),
    )
    .toSorted();
}

describe('evaluate, grouped', () => {
  it('cuts months in the zone it is told', () => {
    const rows = [{ at: '2027-01-31T23:30:00Z', posts: 1 }];
    const month = (zone: string) =>
      evaluate(['posts_published'], rows, { by: ['month'], zone }).groups[0]!.group['month'];
    expect([month('UTC'), month('Europe/Paris'), month('America/Los_Angeles')]).toEqual([
      '2027-01',
      '2027-02',
      '2027-01',
    ]);
  });

  it('keeps only the local days of a window', () => {
    const rows = [
      { at: '2027-01-01', posts: 1 },
      { at: '2027-01-02', posts: 1 },
      { at: '2027-01-03T23:30:00Z', posts: 1 },
    ];
    const window = { from: '2027-01-02', to: '2027-01-03' };
    const count = (zone: string) =>
      evaluate(['posts_published'], rows, { window, zone }).groups[0]!.values['posts_published']!
        .value;
    expect([count('UTC'), count('Europe/Paris')]).toEqual([2, 1]);
  });

  it('gives typed columns, plain columns and rows the same', () => {
    const cell = fc.record({
      platform: fc.integer({ min: -3, max: 3 }),
      account: fc.integer({ min: 0, max: 2_000_000_000 }),
      reactions: fc.integer({ min: -5, max: 1000 }),
      impressions: fc.integer({ min: 0, max: 100_000 }),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 40 }), (rows) => {
        const names = ['platform', 'account', 'reactions', 'impressions'] as const;
        const pick = (name: (typeof names)[number]) => rows.map((row) => row[name]);
        const plain = Object.fromEntries(names.map((name) => [name, pick(name)]));
        const typed = Object.fromEntries(names.map((name) => [name, Int32Array.from(pick(name))]));
        expect(sorted(typed)).toEqual(sorted(rows));
        expect(sorted(plain)).toEqual(sorted(rows));
      }),
    );
  });

  it('does not care for the order of rows, nor for how they are split', () => {
    const cell = fc.record({
      account: fc.constantFrom('a', 'b'),
      at: fc.integer({ min: 0, max: 1e9 }),
      followers: fc.integer({ min: 0, max: 1e6 }),
      reactions: fc.integer({ min: 0, max: 100 }),
      comments: fc.constant(0),
      shares: fc.constant(0),
      impressions: fc.integer({ min: 0, max: 1e4 }),
    });
    const rows = fc.uniqueArray(cell, { minLength: 1, maxLength: 20, selector: ({ at }) => at });
    fc.assert(
      fc.property(rows, (list) => {
        const ids = ['er_by_impressions', 'audience_size', 'audience_growth_net'];
        const values = (data: typeof list) => {
          const result = evaluate(ids, data).groups[0]!.values;
          return ids.map((id) => result[id]!.value);
        };
        expect(values(list.toReversed())).toEqual(values(list));
      }),
    );
  });
});

describe('calendars', () => {
  it.each([
    ['2026-06-30', 'year', { kind: 'gregorian', startMonth: 7 }, '2026'],
    ['2026-07-01', 'year', { kind: 'gregorian', startMonth: 7 }, '2027'],
    ['2026-07-01', 'quarter', { kind: 'gregorian', startMonth: 7 }, '2027-Q1'],
    ['2026-12-31', 'month', { kind: 'gregorian' }, '2026-12'],
    ['2027-01-03', 'week', { kind: 'gregorian' }, '2026-W53'],
    ['2027-01-04', 'week', { kind: 'iso-week' }, '2027-W01'],
    ['2024-12-30', 'year', { kind: 'iso-week' }, '2025'],
    ['2026-12-31', 'quarter', { kind: 'iso-week' }, '2026-Q4'],
  ] as const)('puts %s into the %s of %o', (date, period, calendar, expected) => {
    expect(periodOf(date, period, calendar)).toBe(expected);
  });

  // The retail calendar of the American trade: years end on the Saturday nearest to 31 January.
  it.each([
    ['2023-01-29', '2023', '2023-P01'],
    ['2024-02-03', '2023', '2023-P12'],
    ['2024-02-04', '2024', '2024-P01'],
    ['2025-02-01', '2024', '2024-P12'],
    ['2025-02-02', '2025', '2025-P01'],
    ['2025-03-02', '2025', '2025-P02'],
    ['2026-01-31', '2025', '2025-P12'],
    ['2026-02-01', '2026', '2026-P01'],
  ])('puts %s into the retail year %s', (date, year, month) => {
    const retail = {
      kind: 'weeks',
      pattern: '4-5-4',
      endMonth: 1,
      endWeekday: 5,
      end: 'nearest',
    } as const;
    expect([periodOf(date, 'year', retail), periodOf(date, 'month', retail)]).toEqual([
      year,
      month,
    ]);
  });
});
