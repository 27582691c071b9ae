import { type Currency, type Money, ConfigurationError } from '@affiche/core';
import { type CurrencyOptions, converter, total } from './convert.ts';
import {
  type ConvertedAmount,
  CostBasis,
  type CostKind,
  type CostLine,
  basisOfKind,
  noCurrency,
} from './cost-line.ts';

/** A cost line with its amount in the ledger's currency and the basis that counts it. */
export type LedgerLine = Omit<CostLine, 'amount' | 'basis'> &
  ConvertedAmount & { readonly basis: CostBasis };

/** Every cost, in one currency, added up in each basis. */
export interface Ledger {
  readonly currency: Currency;
  readonly lines: readonly LedgerLine[];
  /** Media ⊂ variable ⊂ full. */
  readonly totals: Readonly<Record<CostBasis, Money>>;
  readonly byKind: Readonly<Partial<Record<CostKind, Money>>>;
}

/**
 * Adds up costs in one currency, and keeps the originals.
 *
 * ```ts
 * import { ledger } from '@affiche/kpi/roi';
 *
 * const { totals } = ledger([
 *   { id: 'ads', kind: 'media', amount: { minor: 30_000, currency: 'EUR' } },
 *   { id: 'photos', kind: 'production', amount: { minor: 20_000, currency: 'EUR' } },
 *   { id: 'work', kind: 'labour', amount: { minor: 50_000, currency: 'EUR' } },
 * ]);
 * totals.variable; // => { minor: 50_000, currency: 'EUR' }
 * ```
 *
 * @throws ConfigurationError `mixed-currencies` for a line without a usable rate, `invalid-amount` for
 * one without whole minor units and a currency, `unknown-cost-kind` for one that no basis counts.
 */
export function ledger(costs: readonly CostLine[], options: CurrencyOptions = {}): Ledger {
  const currency = options.currency ?? costs[0]?.amount?.currency ?? noCurrency;
  const convert = converter(currency, options.rates);
  const lines = costs.map(({ amount, ...line }): LedgerLine => ({
    ...line,
    ...convert(amount, `Cost ${line.id}`, line.date),
    basis: basisOf(line),
  }));
  const within = (basis: CostBasis) => {
    const most = CostBasis.options.indexOf(basis);
    return total(
      currency,
      lines
        .filter((line) => CostBasis.options.indexOf(line.basis) <= most)
        .map(({ amount }) => amount),
    );
  };
  const kinds = [...new Set(lines.map(({ kind }) => kind))];
  return {
    currency,
    lines,
    totals: { media: within('media'), variable: within('variable'), full: within('full') },
    byKind: Object.fromEntries(
      kinds.map((kind) => [
        kind,
        total(
          currency,
          lines.filter((line) => line.kind === kind).map(({ amount }) => amount),
        ),
      ]),
    ),
  };
}

function basisOf({ id, kind, basis }: Omit<CostLine, 'amount'>): CostBasis {
  const found = basis ?? (Object.hasOwn(basisOfKind, kind) ? basisOfKind[kind] : undefined);
  if (found !== undefined && CostBasis.options.includes(found)) return found;
  throw new ConfigurationError('unknown-cost-kind', {
    message: `Cost ${id} is of the kind "${kind}", basis "${basis ?? 'none'}": nothing counts it`,
    hint: `Kinds are ${Object.keys(basisOfKind).join(', ')}; bases are ${CostBasis.options.join(', ')}.`,
    details: { line: id, kind, basis },
  });
}
