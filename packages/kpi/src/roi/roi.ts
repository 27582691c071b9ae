import type { Currency, Money } from '@affiche/core';
import type { Caveat, Interval, Status } from '../kpi-value.ts';
import { type CurrencyOptions, converter, total } from './convert.ts';
import { type CostBasis, type CostLine, noCurrency } from './cost-line.ts';
import { type Ledger, ledger } from './ledger.ts';
import type { RevenueLine } from './revenue-line.ts';

/** Options of {@link roi}. */
export interface RoiOptions extends CurrencyOptions {
  /**
   * What comes back: the `margin` (default), or the `revenue`, whose result is named `roi_revenue`
   * because it calls a loss a gain.
   */
  readonly basis?: 'margin' | 'revenue';
  /** Which costs count; default `full`. */
  readonly costBasis?: CostBasis;
  /** The margin of lines that do not state theirs, as a share of the amount, from 0 to 1. */
  readonly marginRate?: number;
}

/** A return, or why there is none. */
export interface ReturnRatio {
  /** The id in the catalogue: `roi`, `roi_revenue`, `roas`, `poas`, `mer`, `break_even_roas`. */
  readonly kpi: string;
  readonly value: number | null;
  readonly status: Status;
  /** From the plausible range of the revenue; it knows nothing of the costs' own doubt. */
  readonly interval?: Interval;
}

/** What came back for what was spent. */
export interface RoiResult {
  readonly currency: Currency;
  readonly basis: 'margin' | 'revenue';
  readonly costBasis: CostBasis;
  /** The costs of the chosen basis. */
  readonly cost: Money;
  readonly costs: Ledger;
  readonly revenue: Money;
  /** `null` when a line does not say what is left of it. */
  readonly margin: Money | null;
  /** What the campaign gained or lost: margin (or revenue) less cost. */
  readonly net: Money | null;
  readonly roi: ReturnRatio;
  /** Attributed or incremental revenue ÷ media. */
  readonly roas: ReturnRatio;
  /** The same with margin. */
  readonly poas: ReturnRatio;
  /** Total revenue ÷ all costs; only where the revenue is the whole business's. */
  readonly mer: ReturnRatio;
  readonly breakEvenRoas: ReturnRatio;
  /** The attribution models and experiments the revenue rests on. */
  readonly models: readonly string[];
  readonly caveats: readonly Caveat[];
}

/**
 * Return on investment, on margin and full costs unless asked otherwise.
 *
 * ```ts
 * import { roi } from '@affiche/kpi/roi';
 *
 * const costs = [{ id: 'ads', kind: 'media', amount: { minor: 50_000, currency: 'EUR' } }] as const;
 * const revenue = [{ id: 'shop', amount: { minor: 200_000, currency: 'EUR' }, marginRate: 0.4 }];
 * const result = roi(costs, revenue);
 * result.roi.value; // => 0.6
 * ```
 *
 * @throws ConfigurationError `mixed-currencies` for a line without a usable rate, `invalid-amount` and
 * `unknown-cost-kind` as {@link ledger} does.
 */
export function roi(
  costs: readonly CostLine[] | Ledger,
  revenue: readonly RevenueLine[],
  options: RoiOptions = {},
): RoiResult {
  const { basis = 'margin', costBasis = 'full' } = options;
  const given = isLedger(costs) ? costs.currency : costs[0]?.amount?.currency;
  const currency = options.currency ?? given ?? revenue[0]?.amount?.currency ?? noCurrency;
  const book = isLedger(costs) ? costs : ledger(costs, { ...options, currency });
  const convert = converter(currency, options.rates);
  const incomes = revenue.map((line) => {
    const bring = (amount: Money | undefined) =>
      amount && convert(amount, `Revenue ${line.id}`, line.date).amount;
    const { amount } = convert(line.amount, `Revenue ${line.id}`, line.date);
    const rate = line.marginRate ?? options.marginRate;
    const margin = bring(line.margin) ?? (rate === undefined ? undefined : share(amount, rate));
    const kept = amount.minor === 0 ? 0 : (margin?.minor ?? 0) / amount.minor;
    const spread = { low: bring(line.low) ?? amount, high: bring(line.high) ?? amount };
    return { line, amount, margin, kept, ...spread };
  });

  const cost = book.totals[costBasis];
  const sales = total(
    currency,
    incomes.map(({ amount }) => amount),
  );
  const known = incomes.every(({ margin }) => margin !== undefined);
  const margin = known
    ? total(
        currency,
        incomes.map((each) => each.margin!),
      )
    : null;
  const back = basis === 'margin' ? margin : sales;
  const net = back && total(currency, [back, { minor: -cost.minor, currency }]);

  const ranged = incomes.some(({ line }) => line.low ?? line.high);
  const bound = (side: 'low' | 'high') =>
    incomes.reduce((sum, each) => sum + each[side].minor * (basis === 'margin' ? each.kept : 1), 0);
  const interval =
    ranged && back && cost.minor > 0
      ? {
          low: bound('low') / cost.minor - 1,
          high: bound('high') / cost.minor - 1,
          level: 1,
          method: 'plausible range of the revenue',
        }
      : undefined;

  const credited = incomes.filter(({ line }) => line.counted !== 'total');
  const whole = incomes.filter(({ line }) => line.counted === 'total');
  const media = book.totals.media.minor;
  const sum = (list: typeof incomes) => list.reduce((all, { amount }) => all + amount.minor, 0);
  const gained = (list: typeof incomes) =>
    known ? list.reduce((all, each) => all + each.margin!.minor, 0) : null;

  return {
    currency,
    basis,
    costBasis,
    cost,
    costs: book,
    revenue: sales,
    margin,
    net,
    roi: {
      ...ratio(basis === 'margin' ? 'roi' : 'roi_revenue', net?.minor ?? null, cost.minor),
      ...(interval ? { interval } : {}),
    },
    roas: ratio('roas', credited.length ? sum(credited) : null, media),
    poas: ratio('poas', credited.length ? gained(credited) : null, media),
    mer: ratio('mer', whole.length ? sum(whole) : null, book.totals.full.minor),
    breakEvenRoas: ratio('break_even_roas', sales.minor, margin?.minor ?? null),
    models: [...new Set(incomes.flatMap(({ line }) => line.model ?? []))],
    caveats: caveatsOf(
      incomes.map(({ line }) => line),
      known,
      basis,
      costBasis === 'full' &&
        !book.lines.some(({ kind }) => kind === 'labour' || kind === 'agency'),
    ),
  };
}

/** Divides, and says why it cannot. */
function ratio(kpi: string, numerator: number | null, denominator: number | null): ReturnRatio {
  if (numerator === null || denominator === null)
    return { kpi, value: null, status: 'missing-input' };
  if (denominator === 0) return { kpi, value: null, status: 'zero-denominator' };
  return { kpi, value: numerator / denominator, status: 'ok' };
}

function share({ minor, currency }: Money, rate: number): Money {
  return { minor: Math.round(minor * rate), currency };
}

function isLedger(costs: readonly CostLine[] | Ledger): costs is Ledger {
  return !Array.isArray(costs);
}

function caveatsOf(
  lines: readonly RevenueLine[],
  known: boolean,
  basis: string,
  isUnpaid: boolean,
): Caveat[] {
  const caveats: Caveat[] = [];
  const add = (code: string, message: string) => caveats.push({ code, message });
  if (isUnpaid) {
    add('labour-cost-missing', 'No line pays the hours of those who did the work: it flatters.');
  }
  if (lines.length === 0) add('no-revenue', 'No revenue was given: the return counts costs alone.');
  if (!known && basis === 'margin') {
    add('no-margin', 'A line of revenue does not say what margin it leaves: no return without it.');
  }
  if (basis === 'revenue') {
    add('revenue-basis', 'Counts revenue as gain, though goods have to be paid from it.');
  }
  if (lines.some(({ counted = 'attributed', model }) => counted === 'attributed' && !model)) {
    add('no-model', 'Some attributed revenue does not name its attribution model.');
  }
  if (lines.some(({ counted = 'attributed' }) => counted === 'attributed')) {
    add('attributed', 'Attribution describes who was there, not what would not have happened.');
  }
  return caveats;
}
