import type { Currency, Money } from '@affiche/core';

/** What the same attention would have cost, by a published or agreed price list. */
export interface RateCard {
  readonly currency: Currency;
  /** Price of a thousand impressions, in minor units. */
  readonly cpm: number;
  /** Price of one engagement, in minor units. */
  readonly cpe?: number;
  /** Whose prices, and of when: without it the number means nothing. */
  readonly source: string;
}

/** An estimate that must not be mistaken for income. */
export interface EarnedMediaValue {
  readonly amount: Money;
  readonly label: 'estimate, not revenue';
  readonly rateCard: RateCard;
}

/**
 * What earned attention would have cost as advertising. It never enters a return on investment, and
 * the trade's own principles reject it as a measure of value; there is no default price.
 *
 * ```ts
 * import { earnedMediaValue } from '@affiche/kpi/roi';
 *
 * const rateCard = { currency: 'EUR', cpm: 700, source: 'own campaigns, 2026' };
 * earnedMediaValue({ impressions: 120_000 }, { rateCard }).amount.minor; // => 84_000
 * ```
 *
 * @see {@link https://amecorg.com | Barcelona Principles: AVEs are not the value of communication}
 */
export function earnedMediaValue(
  counts: { readonly impressions: number; readonly engagements?: number },
  { rateCard }: { readonly rateCard: RateCard },
): EarnedMediaValue {
  const { impressions, engagements = 0 } = counts;
  const minor = (impressions / 1000) * rateCard.cpm + engagements * (rateCard.cpe ?? 0);
  return {
    amount: { minor: Math.round(minor), currency: rateCard.currency },
    label: 'estimate, not revenue',
    rateCard,
  };
}
