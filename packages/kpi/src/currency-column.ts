import type { Currency } from '@affiche/core';
import type { Table } from './columns.ts';
import type { Numbers } from './numbers.ts';
import type { EvaluateOptions } from './evaluation.ts';
import type { Groups } from './groups.ts';
import { dateOfDay } from './local-day.ts';
import { collectBits } from './row-blocks.ts';
import { sharedValue } from './shared-value.ts';

/** Which currency each group's money is in. */
export interface Currencies {
  /** `null` when there are several. */
  readonly of: (group: number) => Currency | null | undefined;
  /** Whether an amount of the group could not be converted. */
  readonly unconverted: (group: number) => boolean;
  /** Brings one column of amounts to the asked-for currency, row by row. */
  readonly convert: (fact: string, amounts: Numbers) => Numbers;
}

/** Learns the currencies of a table's money, and how to bring them to the one asked for. */
export function currencyOf(
  table: Table,
  groups: Groups,
  days: () => ArrayLike<number>,
  { currency, exchange }: EvaluateOptions,
): Currencies {
  const failed = new Set<number>();
  const converts = table.has('currency') && currency && exchange;
  const held = converts ? undefined : sharedValue(table, 'currency', groups);

  function convert(fact: string, amounts: Numbers): Numbers {
    if (!converts) return amounts;
    const { values, bits } = amounts;
    if (bits) collectBits(bits, values, 0, values.length);
    const column = table.column('currency') as ArrayLike<Currency | null | undefined>;
    const local = days();
    const converted = Float64Array.from(values, (minor, row) => {
      const from = column[row] ?? currency;
      const day = local[row]!;
      if (from === currency || Number.isNaN(minor)) return minor;
      const result = Number.isNaN(day)
        ? undefined
        : exchange.convert({ minor, currency: from }, currency, dateOfDay(day));
      if (result) return result.amount.minor;
      failed.add(groups.ids[row]!);
      const message = `No rate of its day or of the week before converts this ${from} amount.`;
      table.report(row, fact, 'no-rate', minor, message);
      return Number.NaN;
    });
    return { values: converted, complete: false };
  }

  return {
    of: (group) => {
      const own = held?.(group) as Currency | null | undefined;
      if (own === undefined) return currency;
      return !currency || own === currency ? own : null;
    },
    unconverted: (group) => failed.has(group),
    convert,
  };
}
