/** A lifetime value in minor units, with what it rests on. */
export interface LifetimeValue {
  /** Minor units per customer; `null` when it has no bound or no input. */
  readonly value: number | null;
  readonly assumptions: readonly string[];
  /** Whether it counts periods that no customer has lived through yet. */
  readonly extrapolated: boolean;
}

/**
 * The simple lifetime value: revenue per customer and period × margin rate ÷ churn per period.
 *
 * ```ts
 * import { lifetimeValue } from '@affiche/kpi/roi';
 *
 * lifetimeValue({ revenuePerPeriod: 5000, marginRate: 0.7, churnRate: 0.05 }).value; // => 70_000
 * ```
 */
export function lifetimeValue(options: {
  /** Minor units per customer and period. */
  readonly revenuePerPeriod: number;
  readonly marginRate: number;
  /** The share of customers lost in a period; zero has no bound. */
  readonly churnRate: number;
  /** The discount of one period, for {@link LifetimeValue} of payments at the start of each. */
  readonly discountRate?: number;
}): LifetimeValue {
  const { revenuePerPeriod, marginRate, churnRate, discountRate } = options;
  const margin = revenuePerPeriod * marginRate;
  const kept = 1 - churnRate;
  // Σ m·rᵗ ÷ (1 + d)ᵗ from t = 0 is m·(1 + d) ÷ (1 + d − r); without discount m ÷ churn.
  const denominator = discountRate === undefined ? churnRate : 1 + discountRate - kept;
  const numerator = discountRate === undefined ? margin : margin * (1 + discountRate);
  return {
    value: denominator > 0 ? numerator / denominator : null,
    assumptions: [
      'Margin and churn stay as they are, for ever.',
      discountRate === undefined
        ? 'Later money counts like money today.'
        : 'Paid at the start of each period.',
    ],
    extrapolated: true,
  };
}

/**
 * What the customers of one cohort have brought: margin of each period since they came, per
 * customer won. It ends where observation ends, unless a churn is given to go on with.
 *
 * ```ts
 * import { cohortValue } from '@affiche/kpi/roi';
 *
 * cohortValue({ margins: [4000, 3000, 2000], customers: 10 }).value; // => 900
 * ```
 */
export function cohortValue(options: {
  /** Margin of the whole cohort in each period, in minor units. */
  readonly margins: readonly number[];
  /** How many customers the cohort began with. */
  readonly customers: number;
  /** Goes on past the last period with this churn, and says so. */
  readonly churnAfter?: number;
}): LifetimeValue {
  const { margins, customers, churnAfter } = options;
  const seen = margins.reduce((sum, margin) => sum + margin, 0);
  const later =
    churnAfter === undefined ? 0 : ((margins.at(-1) ?? 0) * (1 - churnAfter)) / churnAfter;
  const known = customers > 0 && margins.length > 0 && churnAfter !== 0;
  return {
    value: known ? (seen + later) / customers : null,
    assumptions: [
      `Observed for ${margins.length} periods.`,
      ...(churnAfter === undefined
        ? []
        : [`Then the last margin shrinks by ${churnAfter} a period.`]),
    ],
    extrapolated: churnAfter !== undefined,
  };
}

/**
 * After how many periods a customer has paid back what winning it cost: straight within a period,
 * `null` when the given periods do not suffice.
 *
 * ```ts
 * import { paybackPeriod } from '@affiche/kpi/roi';
 *
 * paybackPeriod(21_000, Array.from({ length: 12 }, () => 3500)); // => 6
 * ```
 *
 * @param cost What winning one customer cost, in minor units.
 * @param margins Its margin in each period.
 */
export function paybackPeriod(cost: number, margins: readonly number[]): number | null {
  if (cost <= 0) return 0;
  let left = cost;
  for (const [period, margin] of margins.entries()) {
    if (margin >= left) return period + left / margin;
    left -= margin;
  }
  return null;
}
