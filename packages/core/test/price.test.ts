import { money, moneyInPrice, price, priceInMoney } from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a price', () => {
  it('holds what is less than the smallest coin', () => {
    expect(price('0.015', 'USD')).toEqual({ micros: 15_000, currency: 'USD' });
    expect(price(' 3 ', 'JPY')).toEqual({ micros: 3_000_000, currency: 'JPY' });
    for (const text of ['', '-1', '1,5', '0.0000001', '99999999999', 'free']) {
      expect(() => price(text, 'USD')).toThrow(`"${text}" is not a price`);
    }
  });

  it('is rounded up to money, and money is a price exactly', () => {
    expect(priceInMoney(price('0.0101', 'USD'))).toEqual(money('0.02', 'USD'));
    expect(priceInMoney(price('0.001', 'KWD'))).toEqual(money('0.001', 'KWD'));
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
        expect(priceInMoney(moneyInPrice({ minor, currency }))).toEqual({ minor, currency });
      }),
    );
  });
});
