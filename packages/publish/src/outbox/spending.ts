import {
  type Finding,
  formatMoney,
  type Money,
  moneyInPrice,
  type Price,
  priceInMoney,
} from '@affiche/core';

/** How much may be spent, on what and in which time. */
export interface SpendingLimit {
  /** `*` everything, `client:<client>` or `account:<account key>`. */
  readonly scope: string;
  readonly amount: Money;
  /** A day or a month of the calendar, by UTC as networks bill. */
  readonly period: 'day' | 'month';
}

/** What was spent in a scope and a currency since a moment. */
export interface SpendingQuery {
  readonly scope: string;
  readonly currency: string;
  /** Milliseconds since the epoch. */
  readonly from: number;
  /** Milliseconds since the epoch; absent for no end. */
  readonly to?: number;
}

/** When the period around a moment begins and ends, in milliseconds since the epoch. */
export function periodAround(
  at: number,
  period: SpendingLimit['period'],
): { readonly from: number; readonly to: number } {
  const date = new Date(at);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return period === 'day'
    ? { from: Date.UTC(year, month, day), to: Date.UTC(year, month, day + 1) }
    : { from: Date.UTC(year, month), to: Date.UTC(year, month + 1) };
}

/** Whether a limit is about this account. */
export function isLimited(
  { scope }: Pick<SpendingLimit, 'scope'>,
  { account, client }: { readonly account: string; readonly client: string },
): boolean {
  return scope === '*' || scope === `account:${account}` || scope === `client:${client}`;
}

/** More would be spent than a limit allows. */
export function overLimit({ scope, amount, period }: SpendingLimit, spent: Price): Finding {
  const whose = scope === '*' ? 'in all' : `for ${scope}`;
  return {
    rule: 'publish/spending/exceeded',
    severity: 'error',
    path: [],
    message: `With it ${formatMoney(priceInMoney(spent))} would be spent ${whose} in that ${period}, over the limit of ${formatMoney(amount)}.`,
    measured: spent.micros / 1e6,
    limit: moneyInPrice(amount).micros / 1e6,
    unit: amount.currency,
    fix: 'Leave a post out, move it to another period, or raise the limit.',
  };
}
