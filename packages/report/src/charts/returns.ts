import type { Money } from '@affiche/core';
import type { RoiResult } from '@affiche/kpi/roi';
import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import { lacksRevenue } from '../known-return.ts';
import type { ReportContext } from '../report-context.ts';

/** What went out beside what came in, on one scale. */
export function returnsChart(roi: RoiResult, { words, formats }: ReportContext): Chart {
  const { flows } = words.costs;
  // What nobody wrote down is no zero.
  const told = <Amount>(amount: Amount) => (lacksRevenue(roi) ? null : amount);
  const isLoss = (roi.net?.minor ?? 0) < 0;
  const amounts: { readonly key: string; readonly label: string; readonly money: Money | null }[] =
    [
      { key: 'cost', label: flows.cost, money: roi.cost },
      { key: 'revenue', label: flows.revenue, money: told(roi.revenue) },
      { key: 'margin', label: flows.margin, money: told(roi.margin) },
      { key: 'net', label: isLoss ? flows.loss : flows.net, money: told(roi.net) },
    ];
  const known = amounts.flatMap(({ key, label, money }) =>
    money ? [{ key, label, money, minor: money.minor }] : [],
  );
  const label = ({ label }: (typeof known)[number]) => label;
  const colours: Record<string, string> = {
    cost: 'var(--muted)',
    revenue: 'var(--heat-above-2)',
    margin: 'var(--category-1)',
    net: isLoss ? 'var(--bad)' : 'var(--good)',
  };
  return {
    id: 'returns',
    title: words.costs.returns,
    description: `${known.map(({ label, money }) => `${label}: ${formats.money(money)}`).join('; ')}.`,
    table: {
      id: 'returns',
      title: words.costs.returns,
      columns: [
        { key: 'what', label: words.costs.columns.what },
        { key: 'amount_minor', label: words.costs.columns.amount, numeric: true },
        { key: 'currency', label: words.costs.columns.currency },
      ],
      rows: amounts.map(({ label, money }) => [
        label,
        money && { value: money.minor, text: formats.money(money) },
        roi.currency,
      ]),
    },
    plot: (width) => ({
      height: known.length * 36 + 8,
      marginLeft: width < 500 ? 72 : 190,
      marginRight: width < 500 ? 84 : 110,
      marginTop: 4,
      marginBottom: 4,
      x: { axis: null, zero: true },
      y: { domain: known.map(label), label: null, tickSize: 0, padding: 0.36 },
      marks: [
        Plot.barX(known, {
          y: label,
          x: 'minor',
          fill: ({ key }: (typeof known)[number]) => colours[key] ?? 'var(--muted)',
          rx: 1.5,
        }),
        Plot.ruleX([0], { stroke: 'var(--ink)' }),
        Plot.text(known, {
          y: label,
          x: ({ minor }: (typeof known)[number]) => Math.max(0, minor),
          text: ({ money }: (typeof known)[number]) => formats.money(money),
          textAnchor: 'start',
          dx: 8,
          fontWeight: 600,
          fill: 'var(--ink)',
        }),
      ],
    }),
  };
}
