import { ledger, roi } from '@affiche/kpi/roi';
import { describe, expect, it } from 'vitest';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const costs = [
  { id: 'ads', kind: 'media', amount: eur(100_000) },
  { id: 'film', kind: 'production', amount: eur(50_000) },
  { id: 'work', kind: 'labour', amount: eur(50_000) },
] as const;

describe('roi', () => {
  it('counts margin against full costs', () => {
    const result = roi(costs, [{ id: 'shop', amount: eur(1_000_000), marginRate: 0.4 }]);
    expect(result.roi).toEqual({ kpi: 'roi', value: 1, status: 'ok' });
    expect(result.net).toEqual(eur(200_000));
    expect(result.roas.value).toBe(10);
    expect(result.poas.value).toBe(4);
    expect(result.breakEvenRoas.value).toBe(2.5);
  });

  it('refuses a return on margin that nobody stated', () => {
    const result = roi(costs, [{ id: 'shop', amount: eur(1_000_000) }]);
    expect(result.roi).toEqual({ kpi: 'roi', value: null, status: 'missing-input' });
    expect(result.caveats.map(({ code }) => code)).toContain('no-margin');
  });

  it('calls a return on revenue by its own name', () => {
    const result = roi(costs, [{ id: 'shop', amount: eur(300_000) }], { basis: 'revenue' });
    expect(result.roi).toMatchObject({ kpi: 'roi_revenue', value: 0.5 });
  });

  it('nests media in variable in full costs', () => {
    const { totals } = ledger(costs);
    expect(totals).toEqual({ media: eur(100_000), variable: eur(150_000), full: eur(200_000) });
  });

  it('has no return on nothing spent', () => {
    const result = roi([], [{ id: 'shop', amount: eur(100), marginRate: 1 }]);
    expect(result.roi.status).toBe('zero-denominator');
  });

  it('carries the plausible range of the revenue into an interval', () => {
    const line = { id: 'shop', amount: eur(1_000_000), low: eur(500_000), high: eur(1_500_000) };
    const result = roi(costs, [line], { marginRate: 0.4 });
    expect(result.roi.interval).toMatchObject({ low: 0, high: 2 });
  });

  it('refuses to add currencies without a rate', () => {
    const usd = { id: 'usd', kind: 'media', amount: { minor: 1, currency: 'USD' } } as const;
    expect(() => roi([...costs, usd], [])).toThrow('Cost usd is in USD');
  });

  it.each([
    [{ amount: { minor: 1.5, currency: 'EUR' } }, 'Cost a has {"minor":1.5,"currency":"EUR"}'],
    [{ amount: { minor: Number.NaN, currency: 'EUR' } }, 'Cost a has'],
    [{ amount: { minor: 5, currency: 'euro' } }, 'Cost a has'],
    [{ amount: undefined }, 'Cost a has undefined for an amount'],
    [{ kind: 'medai' }, 'Cost a is of the kind "medai"'],
    [{ basis: 'some' }, 'basis "some": nothing counts it'],
  ])('refuses a cost line with %j, and names it', (wrong, message) => {
    const line = { id: 'a', kind: 'media', amount: { minor: 5, currency: 'EUR' }, ...wrong };
    expect(() => roi([line as never], [])).toThrow(message);
  });

  it('refuses an income that is no money, and names it', () => {
    const sale = { id: 'shop', amount: { minor: 0.1, currency: 'EUR' } };
    expect(() => roi([], [sale])).toThrow('Revenue shop has');
  });

  it('says when nobody is paid for the work', () => {
    const ads = { id: 'a', kind: 'media', amount: eur(5) } as const;
    const missing = { code: 'labour-cost-missing' };
    expect(roi([ads], []).caveats).toContainEqual(expect.objectContaining(missing));
    const paid = roi([ads, { ...ads, kind: 'labour' }], []);
    expect(paid.caveats).not.toContainEqual(expect.objectContaining(missing));
  });
});
