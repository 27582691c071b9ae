import { type Finding, type Scope, ConfigurationError } from '@affiche/core';
import type { AggregateInput } from './totals.ts';
import { type Period, periodOfDay } from './calendar.ts';
import { type Columns, type Row, type Table, openTable } from './columns.ts';
import type { Numbers } from './numbers.ts';
import { currencyOf } from './currency-column.ts';
import { eras } from './era.ts';
import { type Found, findBreaks, findNotes } from './era-breaks.ts';
import type { EvaluateOptions, EvaluatedGroup } from './evaluation.ts';
import { facts } from './facts.ts';
import { encode } from './codes.ts';
import { type Groups, groupRows } from './groups.ts';
import type { GroupFacts } from './mixtures.ts';
import { dayNumber, localDays } from './local-day.ts';
import { absent } from './row-blocks.ts';
import { sharedValue } from './shared-value.ts';

/** Rows made ready to be aggregated. */
export interface Prepared {
  readonly groups: Groups;
  readonly input: Omit<AggregateInput, 'engagements'>;
  readonly findings: readonly Finding[];
  /** Whether a cell that cannot be was counted: then prepare again, strictly. */
  readonly suspected: () => boolean;
  readonly label: (group: number) => EvaluatedGroup['group'];
  readonly group: (group: number) => GroupFacts;
}

const period = /^(day|week|month|quarter|year)$/;

/** Opens the data, filters and groups its rows, and learns what the groups are made of. */
export function prepare(
  data: readonly Row[] | Columns,
  needed: readonly string[],
  options: EvaluateOptions,
  strict: boolean,
): Prepared {
  const table = openTable(data, strict);
  const days = lazyDays(table, options);
  const by = options.by ?? [];
  const keys = by.map((name) => keyColumn(name, table, days, options));
  const groups = groupRows(table.length, keys, filter(table, days, options));

  const columns = new Map<string, Numbers>();
  const currencies = currencyOf(table, groups, days, options);
  for (const fact of needed) {
    const known = facts[fact];
    if (!table.has(fact)) columns.set(fact, absent);
    else {
      const numbers = table.numbers(fact, known);
      const money = known?.unit === 'money';
      columns.set(fact, money ? currencies.convert(fact, numbers) : numbers);
    }
  }
  const numbers = (fact: string) => columns.get(fact) ?? absent;
  const breaks = findBreaks(options.eras ?? eras, { table, groups, needed, days, numbers });
  const notes = findNotes(options.notes ?? [], { table, groups, needed });
  const scopes = options.scope ? undefined : sharedValue(table, 'scope', groups);

  return {
    groups,
    suspected: table.suspected,
    findings: table.findings,
    input: { groups, numbers, accounts: lazyAccounts(table), order: lazyOrder(table) },
    label: (group) => {
      const names: Record<string, string | number | null> = {};
      for (const [index, value] of groups.key(group).entries()) names[by[index]!] = label(value);
      return names;
    },
    group: (group) => ({
      scope: scopeOf(scopes?.(group), options),
      currency: currencies.of(group),
      unconverted: currencies.unconverted(group),
      notes: within(notes, group),
      breaks: within(breaks, group),
    }),
  };
}

function scopeOf(held: unknown, { scope = 'unstated' }: { readonly scope?: GroupFacts['scope'] }) {
  return held === null ? 'mixed' : ((held as Scope | undefined) ?? scope);
}

/** What is about a group; nearly always there is nothing at all. */
function within<Item>(found: readonly Found<Item>[], group: number): readonly Item[] {
  if (found.length === 0) return [];
  return found.filter(({ groups }) => groups.has(group)).map(({ item }) => item);
}

function label(value: unknown): string | number | null {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
}

function keyColumn(
  name: string,
  table: Table,
  days: () => ArrayLike<number>,
  { calendar = { kind: 'gregorian' } }: EvaluateOptions,
): ArrayLike<unknown> {
  if (table.has(name)) return table.column(name);
  if (table.length === 0) return [];
  if (!period.test(name) || !table.has('at')) {
    throw new ConfigurationError('unknown-column', {
      message: `Cannot group by "${name}": no row has that column`,
      hint: period.test(name)
        ? 'Give each row its day or moment as "at".'
        : 'Group by a column, or by day, week, month, quarter or year.',
      details: { column: name },
    });
  }
  const names = new Map<number, string | null>();
  const local = days();
  return Array.from({ length: table.length }, (_, row) => {
    const day = local[row]!;
    let named = names.get(day);
    if (named === undefined) {
      named = Number.isNaN(day) ? null : periodOfDay(day, name as Period, calendar);
      names.set(day, named);
    }
    return named;
  });
}

function filter(
  table: Table,
  days: () => ArrayLike<number>,
  { window, scope }: EvaluateOptions,
): ((row: number) => boolean) | undefined {
  const scopes = scope && table.has('scope') ? table.column('scope') : undefined;
  if (!scopes && !window?.from && !window?.to) return undefined;
  const from = window?.from ? dayNumber(window.from) : -Infinity;
  const to = window?.to ? dayNumber(window.to) : Infinity;
  const local = window?.from || window?.to ? days() : undefined;
  return (row) =>
    (!scopes || (scopes[row] ?? scope) === scope) &&
    (!local || (local[row]! >= from && local[row]! <= to));
}

function lazyDays(table: Table, { zone = 'UTC' }: EvaluateOptions): () => ArrayLike<number> {
  let days: Float64Array | undefined;
  return () => {
    if (days) return days;
    const at = table.has('at') ? table.column('at') : [];
    const local = localDays(zone);
    days = Float64Array.from({ length: table.length }, (_, row) => {
      const day = local(at[row]);
      if (Number.isNaN(day) && (at[row] ?? null) !== null) {
        table.report(row, 'at', 'not-a-day', at[row], 'at is not a day or a moment.');
      }
      return day;
    });
    return days;
  };
}

function lazyAccounts(table: Table): AggregateInput['accounts'] {
  return () => {
    if (!table.has('account')) return { codes: new Uint8Array(table.length), count: 1 };
    const { codes, offset, size } = encode(table.column('account'), table.length);
    return { codes: offset ? Array.from(codes, (code) => code - offset) : codes, count: size };
  };
}

function lazyOrder(table: Table): AggregateInput['order'] {
  return () => {
    const at = table.has('at') ? table.column('at') : undefined;
    return Float64Array.from({ length: table.length }, (_, row) => {
      const value = at ? at[row] : row;
      return typeof value === 'number' ? value : Date.parse(String(value));
    });
  };
}
