import { type Finding, moneyInPrice, type Price, type Publication } from '@affiche/core';
import { everyEntry } from '../outbox/every-entry.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { isLimited, overLimit, periodAround, type SpendingLimit } from '../outbox/spending.ts';
import type { PlannedSpending } from './plan.ts';

/** What else is in the outbox, and what it costs. */
interface OtherPlans {
  /** The ids that the plan decides about. */
  readonly decided: ReadonlySet<string>;
  readonly pricesOf: (publication: Publication) => readonly Price[];
}

/** One post of a plan, and what its steps cost. */
interface Purchase {
  readonly account: string;
  readonly client: string;
  readonly at: number;
  readonly prices: readonly Price[];
  /** Whether the plan is about it: what is there already counts too, and is only added up. */
  readonly isNew: boolean;
}

/**
 * Adds up what a plan costs, and finds the posts for which a limit leaves too little, once what went out
 * and what else is planned is paid for.
 */
export function spendingLedger(
  outbox: Pick<Outbox, 'spent' | 'list'>,
  limits: readonly SpendingLimit[],
  { decided, pricesOf }: OtherPlans,
): {
  add(purchase: Purchase): Promise<Finding[]>;
  totals(): PlannedSpending[];
} {
  const totals = new Map<string, { account: string; amount: Price }>();
  const purses = new Map<string, number>();

  /** What is spent in a period once this is: what the outbox booked, and what was planned so far. */
  async function take(limit: SpendingLimit, at: number, micros: number): Promise<number> {
    const { from, to } = periodAround(at, limit.period);
    const { currency } = limit.amount;
    const { scope } = limit;
    const key = JSON.stringify([scope, currency, limit.period, from]);
    const before =
      purses.get(key) ??
      (await outbox.spent({ scope, currency, from, to })) + (await promised(limit, { from, to }));
    purses.set(key, before + micros);
    return before + micros;
  }

  /** What other plans will spend. */
  async function promised(
    limit: SpendingLimit,
    period: { readonly from: number; readonly to: number },
  ): Promise<number> {
    let micros = 0;
    for await (const { publication, account } of everyEntry(outbox, {
      ...period,
      states: ['planned'],
    })) {
      const { client = '' } = publication.account;
      if (decided.has(publication.id) || !isLimited(limit, { account, client })) continue;
      micros += sums(pricesOf(publication)).get(limit.amount.currency) ?? 0;
    }
    return micros;
  }

  return {
    async add({ account, client, at, prices, isNew }) {
      const findings: Finding[] = [];
      for (const [currency, micros] of sums(prices)) {
        const key = JSON.stringify([account, currency]);
        const total = totals.get(key)?.amount.micros ?? 0;
        if (isNew) totals.set(key, { account, amount: { micros: total + micros, currency } });
        for (const limit of limits) {
          if (limit.amount.currency !== currency || !isLimited(limit, { account, client }))
            continue;
          const spent = await take(limit, at, micros);
          if (isNew && spent > moneyInPrice(limit.amount).micros) {
            findings.push(overLimit(limit, { micros: spent, currency }));
          }
        }
      }
      return findings;
    },
    totals: () => [...totals.values()],
  };
}

function sums(prices: readonly Price[]): Map<string, number> {
  const byCurrency = new Map<string, number>();
  for (const { currency, micros } of prices) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + micros);
  }
  return byCurrency;
}
