import { type Money, ConfigurationError, minorUnitDigits } from '@affiche/core';
import { type Dinero, dinero, toSnapshot } from 'dinero.js';
import { divideHalfEven } from '../exchange.ts';

/**
 * Hands an amount to programs that calculate with dinero.js.
 *
 * ```ts
 * import { toDinero } from '@affiche/kpi/roi';
 * import { toDecimal } from 'dinero.js';
 *
 * toDecimal(toDinero({ minor: 1250, currency: 'EUR' })); // => '12.50'
 * ```
 */
export function toDinero({ minor, currency }: Money): Dinero<number> {
  const exponent = minorUnitDigits(currency);
  return dinero({ amount: minor, currency: { code: currency, base: 10, exponent } });
}

/**
 * Takes an amount from dinero.js, rounding half to even where it is finer than the minor unit.
 *
 * @throws ConfigurationError `amount-too-large` when it is no safe integer of minor units:
 * dinero.js on numbers goes wrong silently above 2^53.
 */
export function fromDinero(amount: Dinero<number>): Money {
  const { amount: units, currency, scale } = toSnapshot(amount);
  const finer = scale - minorUnitDigits(currency.code);
  const exact = Number.isSafeInteger(units) ? BigInt(units) : undefined;
  const minor =
    exact === undefined
      ? Number.NaN
      : Number(
          finer >= 0 ? divideHalfEven(exact, 10n ** BigInt(finer)) : exact * 10n ** BigInt(-finer),
        );
  if (!Number.isSafeInteger(minor)) {
    throw new ConfigurationError('amount-too-large', {
      message: `${units} at scale ${scale} cannot be held exactly`,
      hint: 'Keep amounts below 2^53 minor units.',
      details: { currency: currency.code, scale },
    });
  }
  return { minor, currency: currency.code };
}
