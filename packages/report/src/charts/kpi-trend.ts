import * as Plot from '@observablehq/plot';
import { anchor } from '../anchor.ts';
import { countTicks } from './count-ticks.ts';
import type { Chart } from '../drawing.ts';
import { kpiName } from '../kpi-words.ts';
import type { KpiTrend } from '../kpi-trend.ts';
import type { ReportContext } from '../report-context.ts';
import { formatValue } from '../values.ts';

type Point = KpiTrend['points'][number];

/** One objective's KPI by week; the target is drawn where a week can be held against it. */
export function kpiTrendChart(
  { row, definition, points }: KpiTrend,
  { input, words, formats }: ReportContext,
): Chart {
  const value = (number: number) => formatValue(number, row.unit, formats, input.strategy.currency);
  // A total over the whole time is no measure of one week.
  const targets = definition.aggregation === 'sum' ? [] : [row.target];
  const values = [...points.map((point) => point.value), ...targets];
  const zero = targets.length === 0;
  const lines = row.unit === 'count' ? countTicks(zero ? [0, ...values] : values, 3) : 3;
  // Days that are weeks: those between would belong to no point.
  const every = Math.ceil(points.length / 4);
  const marked = points.filter((_, index) => index % every === 0).map(day);
  const last = points.at(-1);
  const first = points[0];
  return {
    id: anchor('trend', row.objective),
    title: row.name,
    description:
      first && last
        ? words.trends.weekByWeek(
            kpiName(definition, words),
            value(first.value),
            value(last.value),
            String(points.length),
          )
        : kpiName(definition, words),
    table: {
      id: anchor('trend', row.objective),
      title: row.name,
      columns: [
        { key: 'week', label: words.trends.columns.week },
        { key: row.kpi, label: kpiName(definition, words), numeric: true },
      ],
      rows: points.map(({ monday, value: number }) => [
        { value: monday, text: formats.date(monday) },
        { value: number, text: value(number) },
      ]),
    },
    plot: () => ({
      height: 170,
      marginLeft: 52,
      marginRight: 40,
      marginTop: 20,
      marginBottom: 24,
      x: {
        type: 'utc',
        label: null,
        tickSize: 0,
        ticks: marked,
        tickFormat: (day: Date) => formats.day(day.toISOString().slice(0, 10)),
      },
      y: {
        label: null,
        tickSize: 0,
        ticks: lines,
        nice: true,
        zero,
        tickFormat: value,
      },
      marks: [
        Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: lines }),
        Plot.ruleY(targets, { stroke: 'var(--ink)', strokeWidth: 1.6, strokeDasharray: '4 3' }),
        Plot.text(targets, {
          y: (target: number) => target,
          text: () => words.scorecard.targetMark,
          frameAnchor: 'left',
          textAnchor: 'start',
          dy: -8,
          fontSize: 12,
          fill: 'var(--ink)',
          stroke: 'var(--sheet)',
          strokeWidth: 3,
        }),
        Plot.lineY(points, { x: day, y: 'value', stroke: 'var(--category-1)', strokeWidth: 2.2 }),
        Plot.dot(points, { x: day, y: 'value', r: 3, fill: 'var(--category-1)' }),
        Plot.text(last ? [last] : [], {
          x: day,
          y: 'value',
          text: (point: Point) => value(point.value),
          dy: -11,
          fontWeight: 600,
          fill: 'var(--ink)',
          stroke: 'var(--sheet)',
          strokeWidth: 3,
        }),
      ],
    }),
  };
}

function day({ monday }: Point): Date {
  return new Date(Date.parse(monday));
}
