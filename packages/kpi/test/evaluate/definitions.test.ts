import { compare, evaluate, exchange, platformNotes } from '@affiche/kpi';
import { ratioInterval } from '@affiche/kpi/stats';
import { describe, expect, it } from 'vitest';

const codes = (value: { caveats: readonly { code: string }[] }) =>
  value.caveats.map(({ code }) => code);
const one = (
  id: string,
  rows: Record<string, unknown>[],
  options: Parameters<typeof evaluate>[2] = {},
) => evaluate([id], rows, options).groups[0]!.values[id]!;

describe('definitions kept apart', () => {
  it('refuses to run a series across a change of counting', () => {
    const rows = [
      { platform: 'instagram', at: '2025-04-20', impressions: 100 },
      { platform: 'instagram', at: '2025-04-21', impressions: 100 },
    ];
    const value = one('impressions', rows);
    expect(value).toMatchObject({ value: null, status: 'mixed-definitions' });
    expect(codes(value)).toContain('mixed-eras');
    expect(one('impressions', rows, { eras: [] }).value).toBe(200);
    expect(
      evaluate(['impressions'], rows, { by: ['month', 'day'] }).groups.map(
        (group) => group.values['impressions']!.status,
      ),
    ).toEqual(['ok', 'ok']);
  });

  it('keeps organic, paid and total apart', () => {
    const rows = [
      { scope: 'organic', impressions: 100 },
      { scope: 'paid', impressions: 300 },
    ];
    expect(one('impressions', rows)).toMatchObject({ status: 'mixed-definitions', scope: 'mixed' });
    expect(one('impressions', rows, { scope: 'paid' })).toMatchObject({
      value: 300,
      scope: 'paid',
    });
    expect(evaluate(['impressions'], rows, { by: ['scope'] }).groups).toHaveLength(2);
  });

  it('never fills impressions with views', () => {
    const rows = [{ impressions: 100 }, { views: 900 }];
    expect(one('impressions', rows).value).toBe(100);
    expect(one('views', rows).value).toBe(900);
  });

  it('converts several currencies at the rate of each day, or gives no value', () => {
    const rows = [
      { at: '2027-01-04', spend: 1000, currency: 'EUR', linkClicks: 10 },
      { at: '2027-01-05', spend: 1000, currency: 'USD', linkClicks: 10 },
    ];
    const mixed = one('cpc', rows);
    expect(mixed.status).toBe('mixed-definitions');
    expect(codes(mixed)).toContain('mixed-currencies');
    const rates = [{ from: 'USD', to: 'EUR', rate: '0.9', date: '2027-01-05' }];
    expect(one('cpc', rows, { currency: 'EUR', exchange: exchange(rates) })).toMatchObject({
      value: 95,
      currency: 'EUR',
    });
    const late = [{ ...rates[0]!, date: '2027-01-06' }];
    const { groups, findings } = evaluate(['cpc', 'link_clicks'], rows, {
      currency: 'EUR',
      exchange: exchange(late),
    });
    expect(groups[0]!.values['cpc']).toMatchObject({ value: null, status: 'missing-input' });
    expect(groups[0]!.values['link_clicks']!.value).toBe(20);
    expect(findings[0]).toMatchObject({ rule: 'kpi/cell/no-rate', path: ['rows', 1, 'spend'] });
  });

  it('says how a network counts, where it is told to', () => {
    const rows = [
      { platform: 'tiktok', views: 100, saves: 1 },
      { platform: 'mastodon', views: 50, saves: 1 },
    ];
    const { groups } = evaluate(['views', 'saves'], rows, {
      by: ['platform'],
      notes: platformNotes,
    });
    const said = groups.map(({ values }) => [values['views']!, values['saves']!].map(codes));
    expect(said[0]).toEqual([expect.arrayContaining(['platform']), []]);
    expect(said[1]![0]).not.toContain('platform');
  });

  it('reports a frequency below one as inputs that do not belong together', () => {
    expect(codes(one('frequency', [{ impressions: 10, reach: 20 }]))).toContain('out-of-range');
  });

  it('marks a small base', () => {
    const rows = [{ linkClicks: 1, impressions: 20 }];
    expect(one('ctr', rows, { lowBase: 100 })).toMatchObject({ value: 0.05, status: 'low-base' });
    expect(one('ctr', rows, { lowBase: 10 }).status).toBe('ok');
  });

  it('names the engagement set and both halves', () => {
    const row = { reactions: 5, comments: 3, shares: 2, saves: 10, impressions: 1000 };
    expect(one('er_by_impressions', [row])).toMatchObject({
      engagementSet: 'public',
      numerator: 10,
      denominator: 1000,
    });
    expect(one('er_by_impressions', [row], { engagementSet: 'public-saves' }).value).toBe(0.02);
    expect(one('er_by_impressions', [row], { engagementSet: ['saves'] }).value).toBe(0.01);
  });

  it('hands one pair per row to whoever makes the interval', () => {
    const rows = [
      { platform: 'a', linkClicks: 1, impressions: 20 },
      { platform: 'b', linkClicks: 9, impressions: 90 },
      { platform: 'a', linkClicks: 3, impressions: 40 },
      { platform: 'a', linkClicks: 3 },
    ];
    const seen: unknown[] = [];
    const interval = (clusters: readonly { numerator: number; denominator: number }[]) => {
      seen.push(clusters);
      return { low: 0, high: 1, level: 0.95, method: 'test' };
    };
    const { groups } = evaluate(['ctr'], rows, { by: ['platform'], interval });
    expect(groups[0]!.values['ctr']!.interval).toEqual({
      low: 0,
      high: 1,
      level: 0.95,
      method: 'test',
    });
    expect(seen[0]).toEqual([
      { numerator: 1, denominator: 20 },
      { numerator: 3, denominator: 40 },
    ]);
  });

  it('takes intervals clustered by post, and none from fewer than ten', () => {
    const posts = Array.from({ length: 30 }, (_post, index) => ({
      linkClicks: 5 + ((index * 7) % 30),
      impressions: 1000,
    }));
    const options: Parameters<typeof evaluate>[2] = {
      interval: (clusters) => ratioInterval(clusters).interval,
    };
    const value = one('ctr', posts, options);
    expect(value.interval!.low).toBeLessThan(value.value!);
    expect(value.interval!.high).toBeGreaterThan(value.value!);
    expect(one('ctr', posts.slice(0, 9), options).interval).toBeUndefined();
  });
});

describe('compare', () => {
  const row = { reactions: 5, comments: 3, shares: 2, saves: 10, impressions: 1000 };

  it('gives the difference and the change', () => {
    const now = one('er_by_impressions', [row]);
    const before = one('er_by_impressions', [{ ...row, impressions: 2000 }]);
    expect(compare(now, before)).toEqual({ comparable: true, difference: 0.005, change: 1 });
  });

  it('refuses other definitions, sets, scopes, currencies and unknowns', () => {
    const base = one('er_by_impressions', [row]);
    const reasons = (other: typeof base) => {
      const result = compare(base, other);
      return result.comparable ? [] : result.reasons;
    };
    expect(reasons(one('ctr_all', [{ clicks: 1, impressions: 10 }]))).toContain(
      'er_by_impressions is not ctr_all',
    );
    expect(reasons(one('er_by_impressions', [row], { engagementSet: 'public-saves' }))).toEqual([
      'they count different engagements',
    ]);
    expect(reasons(one('er_by_impressions', [{ ...row, scope: 'paid' }]))).toEqual([
      'one is unstated, the other paid',
    ]);
    expect(reasons({ ...base, version: 2 })).toEqual(['er_by_impressions changed its definition']);
    expect(reasons({ ...base, currency: 'EUR' })).toEqual(['they are in different currencies']);
    expect(reasons(one('er_by_impressions', []))).toEqual(['one has no value (missing-input)']);
  });
});
