import { cohortValue, irr, lifetimeValue, npv, paybackPeriod, xirr, xnpv } from '@affiche/kpi/roi';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const dated = [
  { amount: -10_000, date: '2008-01-01' },
  { amount: 2750, date: '2008-03-01' },
  { amount: 4250, date: '2008-10-30' },
  { amount: 3250, date: '2009-02-15' },
  { amount: 2750, date: '2009-04-01' },
];

describe('present value', () => {
  // The worked examples of the spreadsheet manuals.
  it('equals the published NPV, in both conventions', () => {
    const flows = [-10_000, 3000, 4200, 6800];
    expect(npv(0.1, flows, { firstFlow: 't1' })).toBeCloseTo(1188.44, 2);
    expect(npv(0.1, flows, { firstFlow: 't0' })).toBeCloseTo(1307.29, 2);
  });

  it('equals the published IRR', () => {
    const flows = [-70_000, 12_000, 15_000, 18_000, 21_000, 26_000];
    expect(irr(flows).rates[0]).toBeCloseTo(0.086_630_95, 8);
    expect(irr(flows.slice(0, 5)).rates[0]).toBeCloseTo(-0.021_244_85, 8);
  });

  it('equals the published XNPV and XIRR', () => {
    expect(xnpv(0.09, dated)).toBeCloseTo(2086.647_602, 6);
    const { rates, status } = xirr(dated);
    expect(status).toBe('ok');
    expect(rates[0]).toBeCloseTo(0.373_362_534, 8);
  });

  it('finds every root, and says that none of them is the return', () => {
    // (1.1 − y)(1.2 − y)(1.3 − y) with y = 1 + rate, times −1000.
    const { rates, status } = irr([-1000, 3600, -4310, 1716]);
    expect(status).toBe('ambiguous');
    expect(rates.map((rate) => rate.toFixed(9))).toEqual([
      '0.100000000',
      '0.200000000',
      '0.300000000',
    ]);
  });

  it('finds a root that only touches zero', () => {
    const { rates } = irr([1000, -2200, 1210]);
    expect(rates).toHaveLength(1);
    expect(rates[0]).toBeCloseTo(0.1, 6);
  });

  it('has no rate where nothing comes back, or nothing was paid', () => {
    expect(irr([-100, -5]).status).toBe('none');
    expect(irr([100, 5]).status).toBe('none');
    expect(irr([]).status).toBe('none');
  });

  it('finds the rates that a series was made from', () => {
    const growth = fc.integer({ min: 2, max: 400 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(fc.uniqueArray(growth, { minLength: 1, maxLength: 4 }), (factors) => {
        fc.pre(factors.every((a) => factors.every((b) => a === b || Math.abs(a - b) > 0.05)));
        const flows = [1000];
        for (const factor of factors) {
          flows.push(0);
          for (let at = flows.length - 1; at > 0; at -= 1) flows[at]! -= factor * flows[at - 1]!;
        }
        const { rates } = irr(flows);
        const expected = factors.map((factor) => factor - 1).toSorted((a, b) => a - b);
        expect(rates).toHaveLength(expected.length);
        for (const [index, rate] of rates.entries()) expect(rate).toBeCloseTo(expected[index]!, 6);
      }),
    );
  });

  it('takes monthly flows of fifty years', () => {
    const flows = [-1_000_000, ...Array.from({ length: 600 }, () => 10_000)];
    const { rates } = irr(flows);
    expect(npv(rates[0]!, flows, { firstFlow: 't0' })).toBeCloseTo(0, 4);
  });
});

describe('lifetime value', () => {
  it('is margin over churn, with and without discount', () => {
    const customer = { revenuePerPeriod: 5000, marginRate: 0.7, churnRate: 0.05 };
    expect(lifetimeValue(customer).value).toBeCloseTo(70_000, 8);
    const discounted = lifetimeValue({ ...customer, discountRate: 0.01 }).value!;
    const series = Array.from({ length: 2000 }, (_, time) => 3500 * (0.95 / 1.01) ** time);
    expect(discounted).toBeCloseTo(
      series.reduce((sum, each) => sum + each, 0),
      6,
    );
  });

  it('has no bound without churn', () => {
    const customer = { revenuePerPeriod: 5000, marginRate: 0.7, churnRate: 0 };
    expect(lifetimeValue(customer).value).toBeNull();
  });

  it('ends where the cohort was observed, unless told to go on', () => {
    const cohort = { margins: [4000, 3000, 2000], customers: 10 };
    expect(cohortValue(cohort)).toMatchObject({ value: 900, extrapolated: false });
    expect(cohortValue({ ...cohort, churnAfter: 0.5 })).toMatchObject({
      value: 1100,
      extrapolated: true,
    });
  });

  it('pays back within a period, or never', () => {
    expect(
      paybackPeriod(
        21_000,
        Array.from({ length: 12 }, () => 3500),
      ),
    ).toBe(6);
    expect(paybackPeriod(5000, [3500, 3500])).toBeCloseTo(1 + 1500 / 3500, 12);
    expect(paybackPeriod(5000, [1000, 1000])).toBeNull();
  });
});
