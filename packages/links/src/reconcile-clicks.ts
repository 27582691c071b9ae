import type { Source } from '@affiche/core';

/** What is counted on the way from an advertisement to a visitor who stays, in this order. */
export type ClickStep =
  | 'ad-click'
  | 'outbound-click'
  | 'landing-page-view'
  | 'session'
  | 'engaged-session';

/** Why counts differ from step to step, with how much of the clicks it may explain. */
export interface LossCause {
  readonly cause: string;
  readonly between: readonly [ClickStep, ClickStep];
  /** The least and the most it usually takes, as fractions of the earlier count. */
  readonly low: number;
  readonly high: number;
  readonly source?: Source;
}

/** How two neighbouring counts compare. */
export interface ClickLoss {
  readonly from: ClickStep;
  readonly to: ClickStep;
  /** Later count over earlier count; `null` when it cannot be said. */
  readonly kept: number | null;
  /** Earlier minus later; negative when more arrived than left. */
  readonly lost: number | null;
  /**
   * `above-one` more arrived than left: definitions, zones or bots differ; `changed` far from the
   * rates of before; `unexplained` more was lost than the causes can explain.
   */
  readonly status:
    | 'ok'
    | 'above-one'
    | 'changed'
    | 'unexplained'
    | 'missing-input'
    | 'zero-denominator';
  /** The causes that apply between the two. */
  readonly causes: readonly LossCause[];
  /** The share that even the highest estimates leave unexplained; 0 when all is explained. */
  readonly unexplained: number | null;
}

/** What the counts are compared with. */
export interface ReconcileClicksOptions {
  /**
   * The budget of causes; all numbers are estimates to replace by your own.
   *
   * @defaultValue {@link usualLossCauses}
   */
  readonly causes?: readonly LossCause[];
  /** Kept rates of earlier periods by later step; eight and more make a change visible. */
  readonly history?: Readonly<Partial<Record<ClickStep, readonly number[]>>>;
}

const order: readonly ClickStep[] = [
  'ad-click',
  'outbound-click',
  'landing-page-view',
  'session',
  'engaged-session',
];

/**
 * What usually gets lost. Those with a source are a vendor's claim; the others are what the field
 * says, without a number that we could verify: replace them by your own.
 */
export const usualLossCauses: readonly LossCause[] = [
  cause('clicks on likes, names and pictures', ['ad-click', 'outbound-click'], 0, 0.5),
  cause('double clicks', ['outbound-click', 'landing-page-view'], 0, 0.05),
  cause(
    'people who left while the page was loading',
    ['outbound-click', 'landing-page-view'],
    0,
    0.2,
  ),
  cause('a redirect that dropped the parameters', ['outbound-click', 'landing-page-view'], 0, 0.05),
  {
    ...cause('consent refused (European Union)', ['landing-page-view', 'session'], 0.2, 0.4),
    source: { url: 'https://trakl.app', verifiedAt: '2026-11-21' },
  },
  {
    ...cause('blockers', ['landing-page-view', 'session'], 0.1, 0.2),
    source: { url: 'https://trakl.app', verifiedAt: '2026-11-21' },
  },
  cause('bots', ['landing-page-view', 'session'], 0, 0.05),
  cause('time zones and dates of attribution', ['landing-page-view', 'session'], 0, 0.03),
  cause('visits without a second look', ['session', 'engaged-session'], 0, 0.7),
];

/**
 * Compares counts down the chain from clicks to visits, step by step.
 *
 * ```ts
 * import { reconcileClicks } from '@affiche/links';
 *
 * const [first] = reconcileClicks({ 'outbound-click': 1000, 'session': 620 });
 * [first?.kept, first?.lost, first?.status]; // => [0.62, 380, 'ok']
 * ```
 */
export function reconcileClicks(
  counts: Readonly<Partial<Record<ClickStep, number>>>,
  { causes = usualLossCauses, history = {} }: ReconcileClicksOptions = {},
): ClickLoss[] {
  const steps = order.filter((step) => step in counts);
  return steps.slice(1).map((to, index) => {
    const from = steps[index] as ClickStep;
    const between = causes.filter((each) => lies(each, from, to));
    const [before, after] = [counts[from], counts[to]];
    if (!isCount(before) || !isCount(after)) {
      return {
        from,
        to,
        kept: null,
        lost: null,
        status: 'missing-input',
        causes: between,
        unexplained: null,
      };
    }
    const lost = before - after;
    if (before === 0) {
      return {
        from,
        to,
        kept: null,
        lost,
        status: 'zero-denominator',
        causes: between,
        unexplained: null,
      };
    }
    const kept = after / before;
    const explained = 1 - between.reduce((rest, { high }) => rest * (1 - high), 1);
    const unexplained = Math.max(0, 1 - kept - explained);
    const status =
      kept > 1
        ? 'above-one'
        : hasChanged(kept, history[to] ?? [])
          ? 'changed'
          : unexplained > 0
            ? 'unexplained'
            : 'ok';
    return { from, to, kept, lost, status, causes: between, unexplained };
  });
}

function cause(
  name: string,
  between: readonly [ClickStep, ClickStep],
  low: number,
  high: number,
): LossCause {
  return { cause: name, between, low, high };
}

function lies({ between: [first, last] }: LossCause, from: ClickStep, to: ClickStep): boolean {
  return order.indexOf(first) >= order.indexOf(from) && order.indexOf(last) <= order.indexOf(to);
}

function isCount(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value) && value >= 0;
}

/** Further from the median of before than 3.5 robust standard deviations. */
function hasChanged(kept: number, before: readonly number[]): boolean {
  if (before.length < 8) return false;
  const middle = median(before);
  // Rates that never moved still wobble by rounding.
  const spread = Math.max(1.4826 * median(before.map((rate) => Math.abs(rate - middle))), 0.005);
  return Math.abs(kept - middle) > 3.5 * spread;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? Number.NaN)) / 2;
}
