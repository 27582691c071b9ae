import { seededRandom } from '@affiche/core';
import { exchange } from '@affiche/kpi';
import {
  amortise,
  fromDinero,
  ledger,
  loadedRate,
  roi,
  shareOut,
  toDinero,
} from '@affiche/kpi/roi';
import { allocate, multiply } from 'dinero.js';
import { describe, expect, it } from 'vitest';

const eur = (minor: number) => ({ minor, currency: 'EUR' });

describe('money', () => {
  it('loses no cent in a million random parts', () => {
    const random = seededRandom('parts');
    let parts = 0;
    let lost = 0;
    while (parts < 1_000_000) {
      const minor = Math.floor((random() - 0.3) * 10 ** (2 + random() * 12));
      const weights = Array.from({ length: 1 + Math.floor(random() * 20) }, () =>
        Math.floor(random() * 1000),
      );
      weights[0]! += 1;
      const shares = shareOut(eur(minor), weights);
      parts += shares.length;
      lost += Math.abs(shares.reduce((sum, share) => sum + share.minor, 0) - minor);
    }
    expect(lost).toBe(0);
  });

  it('shares equal weights out as dinero.js does', () => {
    const ours = shareOut(eur(10_000), [1, 1, 1]);
    expect(allocate(toDinero(eur(10_000)), [1, 1, 1]).map((part) => fromDinero(part))).toEqual(
      ours,
    );
  });

  it('converts exactly, rounding half to even, two hundred thousand times', () => {
    const random = seededRandom('rates');
    const rates = Array.from({ length: 100 }, (_, index) => ({
      from: `C${String.fromCodePoint(65 + (index % 26))}${String.fromCodePoint(65 + Math.floor(index / 26))}`,
      to: 'EUR',
      rate: `${Math.floor(random() * 3)}.${String(1 + Math.floor(random() * 9999)).padStart(4, '0')}`,
      date: '2027-01-04',
    }));
    const { convert } = exchange(rates);
    let wrong = 0;
    for (let index = 0; index < 200_000; index += 1) {
      const { from, rate } = rates[index % 100]!;
      const minor = Math.floor(random() * 1_000_000);
      const scaled = minor * Math.round(Number(rate) * 10_000);
      const floor = Math.floor(scaled / 10_000);
      const rest = scaled - floor * 10_000;
      const expected = rest > 5000 || (rest === 5000 && floor % 2 === 1) ? floor + 1 : floor;
      const converted = convert({ minor, currency: from }, 'EUR', '2027-01-05')!;
      wrong += Number(converted.amount.minor !== expected);
    }
    expect(wrong).toBe(0);
  });

  it('knows that currencies have different minor units', () => {
    const { convert } = exchange([{ from: 'EUR', to: 'JPY', rate: '162.5', date: '2027-01-04' }]);
    const yen = convert(eur(1000), 'JPY', '2027-01-04')!.amount;
    expect(yen).toEqual({ minor: 1625, currency: 'JPY' });
    expect(convert(yen, 'EUR', '2027-01-04')!.amount).toEqual(eur(1000));
  });

  it('never uses a rate of a later day, nor one older than a week', () => {
    const { convert } = exchange([{ from: 'USD', to: 'EUR', rate: '0.9', date: '2027-01-10' }]);
    const dollar = { minor: 100, currency: 'USD' };
    expect(convert(dollar, 'EUR', '2027-01-09')).toBeUndefined();
    expect(convert(dollar, 'EUR', '2027-01-17')?.amount).toEqual(eur(90));
    expect(convert(dollar, 'EUR', '2027-01-18')).toBeUndefined();
    expect(() => exchange([{ from: 'USD', to: 'EUR', rate: '-1', date: '2027-01-10' }])).toThrow(
      'no rate',
    );
  });

  it('converts each cost at the rate of its own day, and keeps the original', () => {
    const rates = [
      { from: 'USD', to: 'EUR', rate: '0.9', date: '2027-01-04' },
      { from: 'USD', to: 'EUR', rate: '0.8', date: '2027-02-01' },
    ];
    const line = { kind: 'media', amount: { minor: 10_000, currency: 'USD' } } as const;
    const costs = [
      { ...line, id: 'january', date: '2027-01-04' },
      { ...line, id: 'february', date: '2027-02-01' },
    ];
    const book = ledger(costs, { currency: 'EUR', rates });
    expect(book.totals.media).toEqual(eur(17_000));
    expect(book.lines[1]).toMatchObject({
      original: line.amount,
      rate: { rate: '0.8', date: '2027-02-01' },
    });
    const revenue = [{ id: 'shop', amount: eur(34_000), marginRate: 1 }];
    expect(roi(costs, revenue, { currency: 'EUR', rates }).roi.value).toBe(1);
  });

  it('refuses what a number cannot hold exactly', () => {
    const huge = multiply(toDinero(eur(Number.MAX_SAFE_INTEGER)), 3);
    expect(() => fromDinero(huge)).toThrow('cannot be held exactly');
    const line = { kind: 'media', amount: eur(Number.MAX_SAFE_INTEGER) } as const;
    const costs = [
      { ...line, id: 'a' },
      { ...line, id: 'b' },
    ];
    expect(() => ledger(costs)).toThrow('cannot be held exactly');
  });

  it('rounds amounts of dinero.js that are finer than a cent', () => {
    const fine = multiply(toDinero(eur(1001)), { amount: 5, scale: 1 });
    expect(fromDinero(fine)).toEqual(eur(500));
  });

  it('refuses shares by nothing, and hours that are none', () => {
    expect(() => shareOut(eur(1), [0, 0])).toThrow('Cannot share');
    expect(() => shareOut(eur(1), [1.5])).toThrow('Cannot share');
    const year = { salary: eur(1), charges: eur(1), overhead: eur(1) };
    expect(() => loadedRate({ ...year, productiveHours: 0 })).toThrow('give no rate');
  });

  it('pays a film off over its uses, to the cent', () => {
    const film = eur(10_001);
    const parts = Array.from({ length: 7 }, (_, before) =>
      amortise(film, { plannedUses: 7, uses: 1, before }),
    );
    expect(parts.reduce((sum, { minor }) => sum + minor, 0)).toBe(10_001);
    expect(() => amortise(film, { plannedUses: 7, uses: 8 })).toThrow('do not fit');
  });
});
