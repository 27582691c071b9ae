import { type Finding, type Scope, ConfigurationError } from '@affiche/core';
import type { AggregateInput } from './aggregates.ts';
import { type Period, periodOfDay } from './calendar.ts';
import { type Columns, type Numbers, type Row, type Table, openTable } from './columns.ts';
import { convertColumn, currencyOf } from './currency-column.ts';
import { type Era, eras } from './era.ts';
import { findBreaks, findNotes } from './era-breaks.ts';
import type { EvaluateOptions, EvaluatedGroup } from './evaluate.ts';
import { facts } from './facts.ts';
import { encode } from './codes.ts';
import { type Groups, groupRows } from './groups.ts';
import type { GroupFacts } from './mixtures.ts';
import { dayNumber, localDays } from './local-day.ts';

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

const periods: ReadonlySet<string> = new Set(['day', 'week', 'month', 'quarter', 'year']);

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

  const absent: Numbers = { values: new Float64Array(0), complete: false };
  const columns = new Map<string, Numbers>();
  const currencies = currencyOf(table, groups, options);
  for (const fact of needed) {
    const known = facts[fact];
    if (!table.has(fact)) columns.set(fact, absent);
    else {
      const numbers = table.numbers(fact, known?.mayBeNegative ?? true);
      const money = known?.unit === 'money';
      columns.set(fact, money ? convertColumn(fact, numbers, table, currencies, days) : numbers);
    }
  }
  const numbers = (fact: string) => columns.get(fact) ?? absent;
  const breaks = findBreaks(options.eras ?? eras, { table, groups, needed, days, numbers });
  const notes = findNotes(options.notes ?? [], { table, groups, needed });
  const scopes = scopesOf(table, groups, options.scope);

  return {
    groups,
    suspected: table.suspected,
    findings: table.findings,
    input: { groups, numbers, accounts: lazyAccounts(table), order: lazyOrder(table) },
    label: (group) => {
      const values = groups.key(group);
      return Object.fromEntries(by.map((name, index) => [name, label(values[index])]));
    },
    group: (group) => ({
      scope: scopes(group),
      currency: currencies.of(group),
      unconverted: currencies.unconverted(group),
      notes: notes.filter((each) => each.groups.has(group)).map(({ note }) => note),
      breaks: breaks.filter((each) => each.groups.has(group)).map(({ era }): Era => era),
    }),
  };
}

function label(value: unknown): string | number | null {
  if (value === null || typeof value === 'number') return value;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function keyColumn(
  name: string,
  table: Table,
  days: () => ArrayLike<number>,
  { calendar = { kind: 'gregorian' } }: EvaluateOptions,
): ArrayLike<unknown> {
  if (table.has(name)) return table.column(name);
  if (table.length === 0) return [];
  if (!periods.has(name) || !table.has('at')) {
    throw new ConfigurationError('unknown-column', {
      message: `Cannot group by "${name}": no row has that column`,
      hint: periods.has(name)
        ? 'Give each row its day or moment as "at".'
        : 'Group by a column, or by day, week, month, quarter or year.',
      details: { column: name },
    });
  }
  const names = new Map<number, string | null>();
  const local = days();
  return Array.from({ length: table.length }, (_, row) => {
    const day = local[row]!;
    let period = names.get(day);
    if (period === undefined) {
      period = Number.isNaN(day) ? null : periodOfDay(day, name as Period, calendar);
      names.set(day, period);
    }
    return period;
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

function scopesOf(table: Table, groups: Groups, asked: Scope | undefined) {
  if (!table.has('scope') || asked) return (): GroupFacts['scope'] => asked ?? 'unstated';
  const column = table.column('scope');
  const { codes, value } = encode(column, table.length);
  const first = new Int32Array(groups.count + 1).fill(-1);
  const { ids } = groups;
  const mixed = new Uint8Array(groups.count + 1);
  for (let row = 0; row < table.length; row++) {
    // A row without a scope, such as a level, belongs to any.
    if (typeof column[row] !== 'string') continue;
    const id = ids[row]!;
    if (first[id] === -1) first[id] = codes[row]!;
    else if (first[id] !== codes[row]) mixed[id] = 1;
  }
  return (group: number): GroupFacts['scope'] =>
    mixed[group]
      ? 'mixed'
      : (((first[group]! < 0 ? null : value(first[group]!)) as Scope) ?? 'unstated');
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
    if (!table.has('at')) return Float64Array.from({ length: table.length }, (_, row) => row);
    const at = table.column('at');
    return Float64Array.from({ length: table.length }, (_, row) => {
      const value = at[row];
      return typeof value === 'number' ? value : Date.parse(String(value));
    });
  };
}
