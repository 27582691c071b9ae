import type { Currency, Money } from '@affiche/core';
import type { CostKind } from './cost-line.ts';

/** The least, the likely and the most, in any unit. */
export interface Range {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** One thing that will have to be paid for. */
export interface PlannedCost {
  readonly kind: CostKind;
  readonly name: string;
  /** How many: clicks, hours, films, months. */
  readonly quantity: Range | number;
  /** What one costs, in minor units. */
  readonly price: Range | number;
  /** Why these numbers: `CPC of our last three campaigns`. */
  readonly basis: string;
}

/** Options of {@link estimateCost}. */
export interface CostEstimateOptions {
  readonly currency: Currency;
  /** Agency or platform fees as a share of media, each with its name. */
  readonly shareOfMedia?: Readonly<Record<string, number>>;
  /** Put aside for what nobody thought of, as a share of all else; default 0.1. */
  readonly contingency?: number;
}

/** What a campaign will cost, as a range, with what the range rests on. */
export interface CostEstimate {
  readonly low: Money;
  readonly likely: Money;
  readonly high: Money;
  readonly lines: readonly (Range & { readonly kind: CostKind; readonly name: string })[];
  /** The share of media in the likely cost: what most people call the price of a campaign. */
  readonly mediaShare: number | null;
  readonly assumptions: readonly string[];
}

/**
 * What a campaign will really cost: not only media. The low and high ends assume that everything
 * goes well, or badly, at once.
 *
 * ```ts
 * import { estimateCost } from '@affiche/kpi/roi';
 *
 * const clicks = { low: 800, likely: 1000, high: 1200 };
 * const estimate = estimateCost(
 *   [
 *     { kind: 'media', name: 'Clicks', quantity: clicks, price: 50, basis: 'our last campaign' },
 *     { kind: 'labour', name: 'Hours', quantity: 10, price: 4000, basis: 'the plan' },
 *   ],
 *   { currency: 'EUR', contingency: 0 },
 * );
 * estimate.likely.minor; // => 90_000
 * ```
 */
export function estimateCost(
  planned: readonly PlannedCost[],
  { currency, shareOfMedia = {}, contingency = 0.1 }: CostEstimateOptions,
): CostEstimate {
  const lines = planned.map(({ kind, name, quantity, price }) => ({
    kind,
    name,
    ...times(range(quantity), range(price)),
  }));
  const media = sum(lines.filter(({ kind }) => kind === 'media'));
  for (const [name, share] of Object.entries(shareOfMedia)) {
    lines.push({ kind: 'fees', name, ...times(media, range(share)) });
  }
  if (contingency > 0) {
    const reserve = times(sum(lines), range(contingency));
    lines.push({ kind: 'contingency', name: 'Contingency', ...reserve });
  }
  const total = sum(lines);
  const amount = (minor: number): Money => ({ minor: Math.round(minor), currency });
  return {
    low: amount(total.low),
    likely: amount(total.likely),
    high: amount(total.high),
    lines,
    mediaShare: total.likely > 0 ? media.likely / total.likely : null,
    assumptions: [
      ...planned.map(({ name, basis }) => `${name}: ${basis}.`),
      ...Object.entries(shareOfMedia).map(([name, share]) => `${name}: ${share} of media.`),
      `Contingency: ${contingency} of all else.`,
      'The ends of the range take every line at its own end at once.',
    ],
  };
}

function range(value: Range | number): Range {
  return typeof value === 'number' ? { low: value, likely: value, high: value } : value;
}

function times(a: Range, b: Range): Range {
  return { low: a.low * b.low, likely: a.likely * b.likely, high: a.high * b.high };
}

function sum(ranges: readonly Range[]): Range {
  return ranges.reduce<Range>(
    (all, each) => ({
      low: all.low + each.low,
      likely: all.likely + each.likely,
      high: all.high + each.high,
    }),
    { low: 0, likely: 0, high: 0 },
  );
}
