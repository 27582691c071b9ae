import { z } from 'zod';
import { ConfigurationError } from './errors.ts';

/** A three-letter ISO 4217 code: `EUR`. */
export const Currency = z.string().regex(/^[A-Z]{3}$/, {
  error: 'not an ISO 4217 currency code; write it like EUR',
});
/** A three-letter ISO 4217 code: `EUR`. */
export type Currency = z.infer<typeof Currency>;

/**
 * An amount in integer minor units (cents, where the currency has them).
 * There is no floating-point money in any public type.
 */
export const Money = z.object({
  /** Minor units, a safe integer: `1250` is 12.50 EUR, or 1,250 JPY. */
  minor: z.int(),
  currency: Currency,
});
/** An amount in integer minor units of a currency. */
export type Money = z.infer<typeof Money>;

/**
 * How many decimals a currency's minor unit has: 2 for EUR, 0 for JPY, 3 for KWD.
 * Source: the runtime's ISO 4217 data (CLDR).
 */
export function minorUnitDigits(currency: Currency): number {
  const known = knownDigits.get(currency);
  if (known !== undefined) return known;
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  knownDigits.set(currency, digits);
  return digits;
}

// A formatter is dear to make, and a budget reads hundreds of amounts in one currency.
const knownDigits = new Map<Currency, number>();

/**
 * Reads a decimal amount exactly, without passing through floating point.
 *
 * ```ts
 * import { money } from '@affiche/core';
 *
 * money('1234.5', 'EUR'); // => { minor: 123450, currency: 'EUR' }
 * ```
 *
 * @throws {@link ConfigurationError} `invalid-money` for text that is no amount of the currency.
 */
export function money(amount: string, currency: Currency): Money {
  const digits = minorUnitDigits(Currency.parse(currency));
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  const [, sign = '', whole = '', fraction = ''] = parts ?? [];
  const minor = Number(`${sign}${whole}${fraction.padEnd(digits, '0')}`);
  if (!parts || fraction.length > digits || !Number.isSafeInteger(minor)) {
    throw new ConfigurationError('invalid-money', {
      message: `"${amount}" is not an amount of ${currency}`,
      hint: `Write a plain decimal with at most ${digits} decimals, like ${(12.5).toFixed(digits)}.`,
      details: { amount, currency },
    });
  }
  // Zero has no sign: -0 would not equal 0 in a test or in a hash.
  return { minor: minor === 0 ? 0 : minor, currency };
}

/**
 * Adds amounts of one currency.
 *
 * ```ts
 * import { addMoney, money } from '@affiche/core';
 *
 * addMoney(money('0.10', 'EUR'), money('0.20', 'EUR')); // => { minor: 30, currency: 'EUR' }
 * ```
 *
 * @throws {@link ConfigurationError} `mixed-currencies` when they differ: convert first, at a dated
 *   rate; `invalid-money` when the sum is more than an integer can hold exactly.
 */
export function addMoney(first: Money, ...rest: readonly Money[]): Money {
  return rest.reduce<Money>((sum, each) => {
    if (each.currency !== sum.currency) {
      throw new ConfigurationError('mixed-currencies', {
        message: `Cannot add ${each.currency} to ${sum.currency}`,
        hint: 'Convert to one currency first, at a dated rate.',
        details: { currencies: [sum.currency, each.currency] },
      });
    }
    const minor = sum.minor + each.minor;
    if (!Number.isSafeInteger(minor)) {
      throw new ConfigurationError('invalid-money', {
        message: `${sum.minor} and ${each.minor} ${sum.currency} are too much to add exactly`,
        hint: 'Check the amounts: nobody has this much money.',
        details: { first: sum, second: each },
      });
    }
    return { minor, currency: sum.currency };
  }, first);
}

/**
 * Writes an amount for people, in their language.
 *
 * ```ts
 * import { formatMoney } from '@affiche/core';
 *
 * formatMoney({ minor: 123450, currency: 'EUR' }, 'en'); // => '€1,234.50'
 * ```
 */
export function formatMoney({ minor, currency }: Money, language = 'en'): string {
  const digits = minorUnitDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const decimal = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  // A string, not a number: Intl formats decimal strings exactly.
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(
    `${minor < 0 ? '-' : ''}${decimal}` as `${number}`,
  );
}
