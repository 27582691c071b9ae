import type { Currency } from '@affiche/core';
import type { Numbers, Table } from './columns.ts';
import type { EvaluateOptions } from './evaluate.ts';
import { encode } from './codes.ts';
import type { Groups } from './groups.ts';
import { dateOfDay } from './local-day.ts';

/** Which currency each group's money is in. */
export interface Currencies {
  readonly of: (group: number) => Currency | null | undefined;
  /** Whether an amount of the group could not be converted. */
  readonly unconverted: (group: number) => boolean;
  readonly convert: ((amount: number, row: number, day: number) => number | undefined) | undefined;
  readonly fail: (row: number) => void;
}

/** Learns the currencies of a table's money, and how to bring them to the one asked for. */
export function currencyOf(
  table: Table,
  groups: Groups,
  { currency, exchange }: EvaluateOptions,
): Currencies {
  const failed = new Set<number>();
  const common = {
    unconverted: (group: number) => failed.has(group),
    fail: (row: number) => void failed.add(groups.ids[row]!),
  };
  if (!table.has('currency')) return { ...common, of: () => currency, convert: undefined };

  const column = table.column('currency') as ArrayLike<Currency>;
  if (currency && exchange) {
    return {
      ...common,
      of: () => currency,
      convert: (minor, row, day) => {
        const from = column[row] ?? currency;
        if (from === currency) return minor;
        if (Number.isNaN(day) || !Number.isSafeInteger(minor)) return undefined;
        return exchange.convert({ minor, currency: from }, currency, dateOfDay(day))?.amount.minor;
      },
    };
  }
  const { codes, value } = encode(column, table.length);
  const held = new Int32Array(groups.count + 1).fill(-1);
  const { ids } = groups;
  const mixed = new Uint8Array(groups.count + 1);
  for (let row = 0; row < table.length; row++) {
    if (column[row] === null || column[row] === undefined) continue;
    const id = ids[row]!;
    if (held[id] === -1) held[id] = codes[row]!;
    else if (held[id] !== codes[row]) mixed[id] = 1;
  }
  const of = (group: number) => {
    if (mixed[group]) return null;
    const own = held[group] === -1 ? currency : (value(held[group]!) as Currency);
    return currency && own !== currency ? null : own;
  };
  return { ...common, of, convert: undefined };
}

/** Brings one column of amounts to the asked-for currency, row by row. */
export function convertColumn(
  fact: string,
  { values, complete }: Numbers,
  table: Table,
  { convert, fail }: Currencies,
  days: () => ArrayLike<number>,
): Numbers {
  if (!convert) return { values, complete };
  const local = days();
  const converted = Float64Array.from(values, (amount, row) => {
    if (Number.isNaN(amount)) return amount;
    const result = convert(amount, row, local[row]!);
    if (result !== undefined) return result;
    fail(row);
    const message = `No rate of its day or of the week before converts this ${String(table.column('currency')[row])} amount.`;
    table.report(row, fact, 'no-rate', amount, message);
    return Number.NaN;
  });
  return { values: converted, complete: false };
}
