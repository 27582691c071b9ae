import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import { excerpt } from '../excerpt.ts';
import type { ReportContext } from '../report-context.ts';
import type { Table } from '../table.ts';

/** The budget by line: planned as a frame, spent as a bar inside it. */
export function budgetChart(context: ReportContext): Chart {
  const { input, words, formats } = context;
  const lines = input.strategy.budget.lines.toSorted((a, b) => b.amount.minor - a.amount.minor);
  const label = ({ id }: (typeof lines)[number]) => id;
  const names = new Map(lines.map(({ id, name }) => [id, name]));
  return {
    id: 'budget',
    title: words.costs.budget,
    description: words.costs.budgetAlternative(
      lines.map(({ name, amount }) => `${name}: ${formats.money(amount)}`).join('; '),
    ),
    table: budgetTable(context),
    plot: (width) => {
      const narrow = width < 500;
      return {
        height: lines.length * (narrow ? 50 : 36) + 8,
        marginLeft: narrow ? 0 : 190,
        marginRight: narrow ? 4 : 110,
        marginTop: narrow ? 16 : 4,
        marginBottom: 4,
        x: { axis: null, zero: true },
        y: {
          domain: lines.map(label),
          label: null,
          tickSize: 0,
          axis: narrow ? null : 'left',
          padding: narrow ? 0.56 : 0.36,
          tickFormat: (id: string) => excerpt(names.get(id) ?? id, 30),
        },
        marks: [
          Plot.barX(lines, {
            y: label,
            x: ({ actual }: (typeof lines)[number]) => actual?.minor ?? 0,
            fill: 'var(--category-1)',
          }),
          Plot.barX(lines, {
            y: label,
            x: ({ amount }: (typeof lines)[number]) => amount.minor,
            fill: 'none',
            stroke: 'var(--ink)',
            strokeWidth: 1.4,
          }),
          Plot.text(lines, {
            y: label,
            x: ({ amount, actual }: (typeof lines)[number]) =>
              narrow ? 0 : Math.max(amount.minor, actual?.minor ?? 0),
            text: ({ name, amount }: (typeof lines)[number]) =>
              narrow
                ? `${excerpt(name, 26)} \u00b7 ${formats.money(amount)}`
                : formats.money(amount),
            textAnchor: 'start',
            dx: narrow ? 0 : 8,
            dy: narrow ? -20 : 0,
            fill: 'var(--ink)',
          }),
        ],
      };
    },
  };
}

function budgetTable({ input, words, formats }: ReportContext): Table {
  const { columns } = words.costs;
  const { lines, total } = input.strategy.budget;
  return {
    id: 'budget',
    title: words.costs.budget,
    columns: [
      { key: 'line', label: columns.line },
      { key: 'kind', label: columns.kind },
      { key: 'planned_minor', label: columns.planned, numeric: true },
      { key: 'spent_minor', label: columns.spent, numeric: true },
      { key: 'currency', label: columns.currency },
    ],
    rows: [
      ...lines.map(({ name, kind, amount, actual }) => [
        name,
        kind,
        { value: amount.minor, text: formats.money(amount) },
        actual ? { value: actual.minor, text: formats.money(actual) } : null,
        amount.currency,
      ]),
      [
        words.costs.total,
        '',
        { value: total.minor, text: formats.money(total) },
        null,
        total.currency,
      ],
    ],
  };
}
