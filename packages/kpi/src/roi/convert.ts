import { type Currency, type Money, type PlainDate, ConfigurationError } from '@affiche/core';
import { type ExchangeRate, exchange } from '../exchange.ts';
import type { ConvertedAmount } from './cost-line.ts';

/** Options shared by everything that adds money up. */
export interface CurrencyOptions {
  /** The currency of the result; default that of the first amount. */
  readonly currency?: Currency | undefined;
  /** Dated rates, for amounts in other currencies. */
  readonly rates?: readonly ExchangeRate[] | undefined;
}

/**
 * Makes the converter that {@link CurrencyOptions} ask for; every amount at the rate of its own day.
 *
 * @throws ConfigurationError `mixed-currencies` when an amount has no usable rate.
 */
export function converter(
  currency: Currency,
  rates: readonly ExchangeRate[] = [],
): (amount: Money, line: string, date: PlainDate | undefined) => ConvertedAmount {
  const exchanger = exchange(rates);
  return (amount, line, date) => {
    if (amount.currency === currency) return { amount };
    const converted = date === undefined ? undefined : exchanger.convert(amount, currency, date);
    if (!converted) {
      throw new ConfigurationError('mixed-currencies', {
        message: `${line} is in ${amount.currency}, the result in ${currency}, and no rate fits`,
        hint: 'Give the line its date, and a rate of that day or of at most a week before.',
        details: { line, currency: amount.currency, date },
      });
    }
    const { rate } = converted;
    return {
      amount: converted.amount,
      original: amount,
      ...(rate ? { rate: { rate: rate.rate, date: rate.date } } : {}),
    };
  };
}

/** Adds amounts of one currency, refusing a total that a number cannot hold exactly. */
export function total(currency: Currency, amounts: Iterable<Money>): Money {
  let minor = 0n;
  for (const amount of amounts) minor += BigInt(amount.minor);
  const result = Number(minor);
  if (!Number.isSafeInteger(result)) {
    throw new ConfigurationError('amount-too-large', {
      message: `A total of ${minor} minor units cannot be held exactly`,
      hint: 'Split the sum: no total above 2^53 minor units is exact.',
      details: { currency },
    });
  }
  return { minor: result, currency };
}
