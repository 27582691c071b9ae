import { ConfigurationError, type Currency, money } from '@affiche/core';
import { CostLine, RevenueLine } from '@affiche/kpi/roi';
import type { ZodType } from 'zod';
import type { Project } from './project.ts';
import { findFile } from './project-folder.ts';
import { readCsv, type Row } from './table.ts';

/** What the books say: costs, and the income that is put down to the work. */
export interface Books {
  readonly costs: CostLine[];
  readonly revenue: RevenueLine[];
}

/**
 * Reads costs and income from `books.csv`, where there is one. The column `entry` says which a row is:
 * `cost` or `revenue`. Amounts are without recoverable taxes.
 *
 * @throws ConfigurationError `books-malformed` with the row.
 */
export async function readBooks(project: Project): Promise<Books | undefined> {
  const file = await findFile(project, 'books');
  if (file === undefined) return undefined;
  const books: Books = { costs: [], revenue: [] };
  const { currency } = project.strategy;
  for (const [index, row] of (await readCsv(file)).entries()) {
    const place = `${file}, row ${index + 2}`;
    if (row['entry'] === 'cost') books.costs.push(parse(CostLine, cost(row, currency), place));
    else if (row['entry'] === 'revenue') {
      books.revenue.push(parse(RevenueLine, revenue(row, currency), place));
    } else {
      throw malformed(place, `entry is "${row['entry'] ?? ''}", where cost or revenue is needed`);
    }
  }
  return books;
}

function cost(row: Row, currency: Currency) {
  const { id, name, date, kind } = row;
  return { id, name, kind, amount: amount(row, 'amount', currency), ...(date ? { date } : {}) };
}

function revenue(row: Row, currency: Currency) {
  const { id, name, date, marginRate, low, high, model } = row;
  return {
    id,
    name,
    amount: amount(row, 'amount', currency),
    ...(date ? { date } : {}),
    ...(marginRate ? { marginRate: Number(marginRate) } : {}),
    ...(low ? { low: amount(row, 'low', currency) } : {}),
    ...(high ? { high: amount(row, 'high', currency) } : {}),
    ...(model ? { model } : {}),
  };
}

function amount(row: Row, column: string, currency: Currency) {
  return money(row[column] ?? '', currency);
}

function parse<Value>(schema: ZodType<Value>, value: unknown, place: string): Value {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw malformed(place, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function malformed(place: string, why: string): ConfigurationError {
  return new ConfigurationError('books-malformed', {
    message: `${place} cannot be read: ${why}`,
    hint: 'Correct the cell, or delete the row.',
  });
}
