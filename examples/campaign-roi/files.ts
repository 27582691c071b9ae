import { readFileSync } from 'node:fs';
import { money } from '@affiche/core';
import type { ExchangeRate, Row } from '@affiche/kpi';
import type { PathColumns } from '@affiche/kpi/attribution';
import { type BudgetOption, CostLine, type ExperimentArm } from '@affiche/kpi/roi';
import { parse } from 'csv-parse/sync';

type Cells = Readonly<Record<string, string>>;

/** Everything the month left behind. Posts are rows; all money is in minor units. */
export interface Campaign {
  readonly posts: readonly Row[];
  readonly costs: readonly CostLine[];
  readonly rates: readonly ExchangeRate[];
  readonly paths: PathColumns;
  readonly treated: ExperimentArm;
  readonly control: ExperimentArm;
  readonly curves: readonly BudgetOption[];
}

/** Reads a folder of CSV files; an empty cell is a fact that nobody measured. */
export function readCampaign(folder: string): Campaign {
  const table = (name: string): Cells[] =>
    parse(readFileSync(`${folder}/${name}.csv`), { columns: true });
  const journeys = table('journeys');
  const arms = table('experiment').map(readArm);
  return {
    posts: table('posts').map(readPost),
    costs: table('costs').map(readCost),
    rates: table('rates') as unknown as ExchangeRate[],
    paths: {
      paths: journeys.map(({ path = '' }) => path),
      conversions: journeys.map(({ conversions }) => Number(conversions)),
      nulls: journeys.map(({ nulls }) => Number(nulls)),
      values: journeys.map(({ value }) => Number(value)),
    },
    treated: arms[0] ?? { units: 0, conversions: 0 },
    control: arms[1] ?? { units: 0, conversions: 0 },
    curves: table('curves').map(({ id = '', most, half, shape }) => ({
      id,
      most: Number(most),
      half: Number(half),
      shape: Number(shape),
    })),
  };
}

function readPost({ network, publishedAt, ...cells }: Cells): Row {
  const counts = Object.entries(cells)
    .filter(([name, cell]) => name !== 'post' && cell !== '')
    .map(([name, cell]) => [name, Number(cell)]);
  return { network, at: publishedAt, posts: 1, ...Object.fromEntries(counts) };
}

function readCost({ amount = '', currency = '', ...line }: Cells): CostLine {
  return CostLine.parse({ ...line, amount: money(amount, currency) });
}

/** Revenue in cents; its squares in cents squared. */
function readArm({ units, conversions, revenue, revenueSquares }: Cells): ExperimentArm {
  return {
    units: Number(units),
    conversions: Number(conversions),
    revenue: Number(revenue) * 100,
    revenueSquares: Number(revenueSquares) * 10_000,
  };
}
