import { type Finding, ConfigurationError } from '@affiche/core';
import type { Fact } from './facts.ts';
import { isIntegers, type Numbers } from './numbers.ts';

/** One row of facts and dimensions; a missing fact is absent, `null` or `undefined`, never 0. */
export type Row = Readonly<Record<string, unknown>>;

/** The same by columns of equal length; typed arrays are the fastest, and in them NaN is missing. */
export type Columns = Readonly<Record<string, ArrayLike<unknown>>>;

/** Rows or columns, read by name. */
export interface Table {
  readonly length: number;
  readonly has: (name: string) => boolean;
  readonly column: (name: string) => ArrayLike<unknown>;
  /** A fact's numbers with NaN where missing; cells that cannot be are missing and reported. */
  readonly numbers: (name: string, fact?: Fact) => Numbers;
  /** Whether a reader came upon a cell that cannot be: then open it again, strictly. */
  readonly suspected: () => boolean;
  readonly findings: Finding[];
  /** Reports a cell that cannot be used, or a row without a name. */
  readonly report: (
    row: number,
    name: string | undefined,
    rule: string,
    value: unknown,
    message: string,
  ) => void;
}

// Enough to find the fault; a million equal findings help nobody.
const mostFindings = 100;

/** Opens rows or columns for reading. */
export function openTable(data: readonly Row[] | Columns, strict = false): Table {
  const findings: Finding[] = [];
  const report: Table['report'] = (row, name, rule, value, message) => {
    if (findings.length >= mostFindings) return;
    findings.push({
      rule: `kpi/cell/${rule}`,
      severity: 'error',
      path: name ? ['rows', row, name] : ['rows', row],
      message,
      measured: typeof value === 'number' ? value : String(value),
      fix: 'Correct it, or leave it out.',
    });
  };
  if (typeof data !== 'object' || !data) {
    throw invalidArgument('data', data, 'a list of rows, or columns by name');
  }
  const { length, has, column } = isRows(data) ? overRows(data, report) : overColumns(data);
  const cache = new Map<string, Numbers>();

  function numbers(name: string, fact?: Fact): Numbers {
    const known = cache.get(name);
    if (known) return known;
    const source = column(name);
    const signed = fact?.mayBeNegative ?? true;
    const result: Numbers =
      isIntegers(source) && (signed || !strict)
        ? { values: source, complete: true, ...(!signed && { bits: new Int32Array(1) }) }
        : readNumbers(source, length, (row, value) => {
            const rule = faultOf(value, fact);
            if (rule) report(row, name, rule[0], value, `${name} ${rule[1]}.`);
            return rule === undefined;
          });
    cache.set(name, result);
    return result;
  }

  const suspected = () => [...cache.values()].some(({ bits }) => bits && bits[0]! < 0);
  return { length, has, column, numbers, suspected, findings, report };
}

/** The error about an argument that is something else altogether. */
export function invalidArgument(name: string, value: unknown, wanted: string): ConfigurationError {
  return new ConfigurationError('invalid-argument', {
    message: `${name} is ${String(value)}`,
    hint: `Give ${wanted}.`,
  });
}

function readNumbers(
  source: ArrayLike<unknown>,
  length: number,
  accept: (row: number, value: unknown) => boolean,
): Numbers {
  const typed = ArrayBuffer.isView(source);
  const values = new Float64Array(length);
  let complete = true;
  for (let row = 0; row < length; row++) {
    const value = source[row];
    const missing = value === null || value === undefined || (typed && Number.isNaN(value));
    values[row] = missing || !accept(row, value) ? Number.NaN : Number(value);
    if (Number.isNaN(values[row])) complete = false;
  }
  return { values, complete };
}

function faultOf(value: unknown, fact?: Fact): readonly [string, string] | undefined {
  if (typeof value === 'bigint') return faultOf(Number(value), fact);
  if (typeof value !== 'number')
    return ['not-a-number', `is ${JSON.stringify(value)}, not a number`];
  if (!Number.isFinite(value)) return ['not-finite', `is ${value}, not a finite number`];
  if (value < 0 && fact?.mayBeNegative === false) return ['negative', 'is below zero'];
  return fact?.unit === 'money' && !Number.isSafeInteger(value)
    ? ['not-whole', `is ${value}, not whole minor units`]
    : undefined;
}

function isRows(data: readonly Row[] | Columns): data is readonly Row[] {
  return Array.isArray(data);
}

function overRows(rows: readonly Row[], report: Table['report']) {
  const names = new Set<string>();
  rows.forEach((row, index) => {
    // What is no row counts as an empty one: it must not spoil the rest.
    if (typeof row === 'object' && row) for (const name in row) names.add(name);
    else report(index, undefined, 'not-a-row', row, `Row ${index} is not a set of facts.`);
  });
  return {
    length: rows.length,
    has: (name: string) => names.has(name),
    column: (name: string) => rows.map((row: Row | null | undefined) => row?.[name]),
  };
}

function overColumns(columns: Columns) {
  const entries = Object.entries(columns);
  const length = entries[0]?.[1]?.length ?? 0;
  const uneven = entries.find(([, column]) => column?.length !== length);
  if (uneven) {
    throw new ConfigurationError('uneven-columns', {
      message: `Column ${uneven[0]} has ${uneven[1]?.length} rows, ${entries[0]![0]} has ${length}`,
      hint: 'Give every column one value per row.',
      details: { column: uneven[0] },
    });
  }
  return {
    length,
    has: (name: string) => Object.hasOwn(columns, name),
    column: (name: string) => columns[name] ?? [],
  };
}
