import { type Currency, money } from '@affiche/core';
import { CostLine, RevenueLine } from '@affiche/kpi/roi';
import { readCsv } from './files.ts';

/** What the shop's books say: costs, and the income that is put down to the campaign. */
export interface Books {
  readonly costs: CostLine[];
  readonly revenue: RevenueLine[];
}

/** Reads costs and income from one CSV file. Amounts are without recoverable taxes. */
export async function readBooks(file: string, currency: Currency): Promise<Books> {
  const costs: CostLine[] = [];
  const revenue: RevenueLine[] = [];
  for (const row of await readCsv(file)) {
    const line = {
      id: row['id'],
      name: row['name'],
      amount: money(row['amount'] ?? '', currency),
      date: row['date'],
    };
    if (row['entry'] === 'cost') costs.push(CostLine.parse({ ...line, kind: row['kind'] }));
    else {
      revenue.push(
        RevenueLine.parse({
          ...line,
          marginRate: Number(row['marginRate']),
          low: money(row['low'] ?? '', currency),
          high: money(row['high'] ?? '', currency),
          model: row['model'],
        }),
      );
    }
  }
  return { costs, revenue };
}
