import {
  addMoney,
  ConfigurationError,
  Currency,
  formatMoney,
  minorUnitDigits,
  Money,
  money,
} from '@affiche/core';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD', 'CLF');
const minor = fc.integer({ min: -(10 ** 14), max: 10 ** 14 });

/** Writes an amount as a plain decimal, independently of the code under test. */
function plain(amount: number, digits: number): string {
  const sign = amount < 0 ? '-' : '';
  const text = Math.abs(amount)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

function code(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return ConfigurationError.isInstance(error) ? error.code : String(error);
  }
}

describe('money', () => {
  test('reads back whatever was written, to the last minor unit', () => {
    fc.assert(
      fc.property(minor, currency, (amount, unit) => {
        const text = plain(amount, minorUnitDigits(unit));
        expect(money(text, unit)).toEqual({ minor: amount === 0 ? 0 : amount, currency: unit });
      }),
    );
  });

  test('knows how many decimals a currency has', () => {
    expect(['EUR', 'JPY', 'KWD', 'CLF'].map(minorUnitDigits)).toEqual([2, 0, 3, 4]);
  });

  test('takes fewer decimals than the currency has, never more', () => {
    expect(money('12', 'EUR').minor).toBe(1200);
    expect(money('12.5', 'EUR').minor).toBe(1250);
    expect(money(' 12.50 ', 'EUR').minor).toBe(1250);
    expect(code(() => money('12.505', 'EUR'))).toBe('invalid-money');
    expect(code(() => money('1.0', 'JPY'))).toBe('invalid-money');
  });

  test.each([
    '',
    '1,000.00',
    '1e3',
    '0x10',
    '12.',
    '.5',
    'NaN',
    '--1',
    '1 000',
    '90071992547409.92',
  ])('refuses %j', (amount) => {
    expect(code(() => money(amount, 'EUR'))).toBe('invalid-money');
  });

  test('keeps zero without a sign', () => {
    expect(Object.is(money('-0.00', 'EUR').minor, 0)).toBe(true);
  });

  test('refuses a currency that is not written as ISO 4217 does', () => {
    expect(() => money('1', 'euro')).toThrow('ISO 4217');
    expect(Currency.safeParse('eur').success).toBe(false);
  });
});

describe('addMoney', () => {
  test('adds exactly, in any order and any grouping', () => {
    const amounts = fc.array(minor, { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(amounts, currency, (values, unit) => {
        const [first, ...rest] = values.map((value) => ({ minor: value, currency: unit }));
        if (!first) return;
        const sum = values.reduce((total, value) => total + BigInt(value), 0n);
        expect(BigInt(addMoney(first, ...rest).minor)).toBe(sum);
        expect(addMoney(addMoney(first), ...rest)).toEqual(addMoney(first, ...rest));
      }),
    );
  });

  test('refuses to mix currencies', () => {
    const euro = money('1', 'EUR');
    expect(code(() => addMoney(euro, money('1', 'USD')))).toBe('mixed-currencies');
  });

  test('refuses a sum that integers can no longer hold', () => {
    const most = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    expect(code(() => addMoney(most, { minor: 1, currency: 'EUR' }))).toBe('invalid-money');
  });
});

describe('formatMoney', () => {
  test('writes amounts in the reader’s language', () => {
    expect(formatMoney(money('-1234.5', 'EUR'), 'en')).toBe('-€1,234.50');
    expect(formatMoney(money('1234.5', 'EUR'), 'fr').replaceAll(/\s/g, ' ')).toBe('1 234,50 €');
    expect(formatMoney(money('500', 'JPY'))).toBe('¥500');
    expect(formatMoney({ minor: 5, currency: 'EUR' })).toBe('€0.05');
  });

  test('loses no digit of a large amount', () => {
    expect(formatMoney({ minor: 9007199254740991, currency: 'EUR' }, 'en')).toBe(
      '€90,071,992,547,409.91',
    );
  });
});

test('Money holds safe integers only', () => {
  expect(Money.safeParse({ minor: 0.5, currency: 'EUR' }).success).toBe(false);
  expect(Money.safeParse({ minor: 2 ** 53, currency: 'EUR' }).success).toBe(false);
});
