import { z } from 'zod';
import { ConfigurationError } from './errors.ts';
import { Currency, minorUnitDigits, type Money } from './money.ts';

/**
 * What something small costs, in millionths of a currency's main unit: networks charge fractions of a
 * cent for a post, and there is no floating-point money in any public type.
 */
export const Price = z.object({
  /** Millionths of the main unit: `15000` is $0.015, or 0.015 JPY. */
  micros: z.int().nonnegative(),
  currency: Currency,
});
/** What something small costs, in millionths of a currency's main unit. */
export type Price = z.infer<typeof Price>;

/**
 * Reads a price exactly, without passing through floating point.
 *
 * ```ts
 * import { price } from '@affiche/core';
 *
 * price('0.015', 'USD'); // => { micros: 15000, currency: 'USD' }
 * ```
 *
 * @throws {@link ConfigurationError} `invalid-price` for text that is no price of up to 6 decimals.
 */
export function price(amount: string, currency: Currency): Price {
  const [, whole = '', fraction = ''] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(amount.trim()) ?? [];
  const micros = Number(`${whole}${fraction.padEnd(6, '0')}`);
  if (whole === '' || !Number.isSafeInteger(micros)) {
    throw new ConfigurationError('invalid-price', {
      message: `"${amount}" is not a price`,
      hint: 'Write a plain decimal with at most 6 decimals, like 0.015.',
      details: { amount, currency },
    });
  }
  return { micros, currency: Currency.parse(currency) };
}

/**
 * A sum of prices as money, rounded up to the currency's minor unit: nobody pays less than this.
 *
 * ```ts
 * import { price, priceInMoney } from '@affiche/core';
 *
 * priceInMoney(price('0.015', 'USD')); // => { minor: 2, currency: 'USD' }
 * ```
 */
export function priceInMoney({ micros, currency }: Price): Money {
  return { minor: Math.ceil(micros / microsPerMinor(currency)), currency };
}

/**
 * Money as a price, which is exact.
 *
 * ```ts
 * import { money, moneyInPrice } from '@affiche/core';
 *
 * moneyInPrice(money('20.00', 'USD')); // => { micros: 20000000, currency: 'USD' }
 * ```
 */
export function moneyInPrice({ minor, currency }: Money): Price {
  return { micros: minor * microsPerMinor(currency), currency };
}

function microsPerMinor(currency: Currency): number {
  return 10 ** (6 - minorUnitDigits(currency));
}
