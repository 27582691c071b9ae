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
 * @throws ConfigurationError `mixed-currencies` when an amount has no usable rate, `invalid-amount`
 * when it is no money: a fraction of a cent, a number without a currency.
 */
export function converter(
  currency: Currency,
  rates: readonly ExchangeRate[] = [],
): (amount: Money, line: string, date: PlainDate | undefined) => ConvertedAmount {
  const exchanger = exchange(rates);
  return (amount, line, date) => {
    refuseUnlessMoney(amount, line);
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

function refuseUnlessMoney(amount: Partial<Money> | undefined, line: string): void {
  // Lines come from files and forms: what the types promise may not be there.
  const { minor, currency = '' } = amount ?? {};
  if (Number.isSafeInteger(minor) && /^[A-Z]{3}$/.test(currency)) return;
  throw new ConfigurationError('invalid-amount', {
    message: `${line} has ${JSON.stringify(amount)} for an amount, which is no money`,
    hint: 'Give whole minor units and a currency: { minor: 1250, currency: "EUR" }.',
    details: { line, amount },
  });
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
