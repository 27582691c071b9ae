import {
  type Currency,
  type Money,
  type PlainDate,
  ConfigurationError,
  minorUnitDigits,
} from '@affiche/core';
import { dayNumber } from './local-day.ts';

/** What one unit of a currency was worth in another on a day. */
export interface ExchangeRate {
  readonly from: Currency;
  readonly to: Currency;
  /** Units of `to` for one of `from`, as a plain decimal text so that nothing is lost: `'0.9217'`. */
  readonly rate: string;
  readonly date: PlainDate;
  /** Who published it: `ECB`. */
  readonly source?: string;
}

/** Converts amounts, each at the rate of its own day. */
export interface Exchange {
  /**
   * The amount in another currency, rounded half to even to its minor unit, with the rate used;
   * `undefined` when no rate is recent enough.
   */
  readonly convert: (
    amount: Money,
    to: Currency,
    date: PlainDate,
  ) => { readonly amount: Money; readonly rate: ExchangeRate | undefined } | undefined;
}

/** Options of {@link exchange}. */
export interface ExchangeOptions {
  /** How old a rate may be on the day of the amount; default 7 days, which bridges holidays. */
  readonly mostDays?: number;
}

/**
 * Makes a converter from dated rates. A rate also serves in the other direction. A rate published
 * after the day is never used, and rates are never averaged.
 *
 * ```ts
 * import { exchange } from '@affiche/kpi';
 *
 * const rates = [{ from: 'USD', to: 'EUR', rate: '0.9217', date: '2026-11-20' }];
 * const paid = { minor: 1000, currency: 'USD' };
 * exchange(rates).convert(paid, 'EUR', '2026-11-21')?.amount; // => { minor: 922, currency: 'EUR' }
 * ```
 *
 * @throws ConfigurationError `invalid-rate` for a rate that is no positive decimal.
 */
export function exchange(
  rates: readonly ExchangeRate[],
  { mostDays = 7 }: ExchangeOptions = {},
): Exchange {
  const pairs = new Map<string, DatedFraction[]>();
  const add = (from: string, to: string, dated: DatedFraction) => {
    const key = `${from}>${to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), dated]);
  };
  for (const rate of rates) {
    const [numerator, denominator] = fraction(rate);
    const day = dayNumber(rate.date);
    add(rate.from, rate.to, { day, numerator, denominator, rate });
    add(rate.to, rate.from, { day, numerator: denominator, denominator: numerator, rate });
  }
  for (const list of pairs.values()) list.sort((a, b) => a.day - b.day);

  return {
    convert(amount, to, date) {
      if (amount.currency === to) return { amount, rate: undefined };
      const day = dayNumber(date);
      const dated = pairs
        .get(`${amount.currency}>${to}`)
        ?.findLast((each) => each.day <= day && each.day >= day - mostDays);
      return dated && { amount: applyRate(amount, to, dated), rate: dated.rate };
    },
  };
}

interface DatedFraction {
  readonly day: number;
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly rate: ExchangeRate;
}

function applyRate({ minor, currency }: Money, to: Currency, rate: DatedFraction): Money {
  const numerator = BigInt(minor) * rate.numerator * 10n ** BigInt(digits(to));
  const denominator = rate.denominator * 10n ** BigInt(digits(currency));
  return { minor: Number(divideHalfEven(numerator, denominator)), currency: to };
}

/** Divides integers, rounding to nearest and ties to the even neighbour; the denominator is positive. */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const sign = numerator < 0n ? -1n : 1n;
  const size = numerator * sign;
  const whole = size / denominator;
  const twice = (size % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && whole % 2n === 1n);
  return sign * (up ? whole + 1n : whole);
}

function fraction({ from, to, rate }: ExchangeRate): [bigint, bigint] {
  const [, whole = '', decimals = ''] = /^(\d+)(?:\.(\d+))?$/.exec(rate) ?? [];
  const numerator = BigInt(`${whole}${decimals}` || '0');
  if (numerator === 0n) {
    throw new ConfigurationError('invalid-rate', {
      message: `"${rate}" is no rate from ${from} to ${to}`,
      hint: 'Write a positive decimal, like 0.9217.',
      details: { from, to, rate },
    });
  }
  return [numerator, 10n ** BigInt(decimals.length)];
}

const digitsOf = new Map<string, number>();

// Asking Intl costs a thousand times the arithmetic.
function digits(currency: Currency): number {
  const known = digitsOf.get(currency) ?? minorUnitDigits(currency);
  digitsOf.set(currency, known);
  return known;
}
