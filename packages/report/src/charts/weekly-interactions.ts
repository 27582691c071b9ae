import * as Plot from '@observablehq/plot';
import type { Chart } from '../drawing.ts';
import { countTicks } from './count-ticks.ts';
import { barInset } from './bar-inset.ts';
import { interactions, type WeekOfInteractions } from '../readings.ts';
import type { ReportContext } from '../report-context.ts';

const padding = 0.28;
const marginLeft = 46;
// A sum needs so many pixels beside its neighbours.
const roomForSum = 44;

/** What posts gathered, by the week in which they went out. */
export function weeklyInteractionsChart(
  weeks: readonly WeekOfInteractions[],
  { words, formats }: ReportContext,
): Chart {
  const parts = weeks.flatMap(({ monday, totals }) =>
    interactions.map((fact, index) => ({ monday, fact, index, value: totals[fact] ?? 0 })),
  );
  const sums = weeks.map(({ monday, totals }) => ({
    monday,
    sum: interactions.reduce((sum, fact) => sum + (totals[fact] ?? 0), 0),
  }));
  const ticks = countTicks([0, ...sums.map(({ sum }) => sum)], 4);
  const inset = (width: number) => barInset(width - marginLeft, weeks.length, padding);
  const best = sums.toSorted((a, b) => b.sum - a.sum)[0];
  return {
    id: 'weekly-interactions',
    title: words.trends.weekly,
    description: words.trends.weeklyAlternative(
      best ? `${formats.date(best.monday)}, ${formats.count(best.sum)}` : words.unknown,
    ),
    table: {
      id: 'weekly-interactions',
      title: words.trends.weekly,
      columns: [
        { key: 'week', label: words.trends.columns.week },
        ...interactions.map((fact) => ({
          key: fact,
          label: words.trends.columns[fact],
          numeric: true,
        })),
      ],
      rows: weeks.map(({ monday, totals }) => [
        { value: monday, text: formats.date(monday) },
        ...interactions.map((fact) => {
          const value = totals[fact];
          return value === null ? null : { value, text: formats.count(value) };
        }),
      ]),
    },
    legend: interactions.map((fact, index) => ({
      swatches: [{ colour: `interaction-${index + 1}` }],
      text: words.trends.columns[fact],
    })),
    plot: (width) => ({
      height: 220,
      marginLeft,
      marginRight: 0,
      marginTop: 18,
      marginBottom: 26,
      x: {
        type: 'band',
        domain: weeks.map(({ monday }) => monday),
        label: null,
        tickSize: 0,
        padding,
        tickFormat: (monday: string, index: number) =>
          index % Math.ceil((weeks.length * 52) / width) === 0 ? formats.day(monday) : '',
      },
      y: { label: null, tickSize: 0, ticks, tickFormat: formats.count },
      marks: [
        Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks }),
        Plot.barY(
          parts,
          Plot.stackY({
            x: 'monday',
            y: 'value',
            fill: ({ index }: (typeof parts)[number]) => `var(--interaction-${index + 1})`,
            insetTop: 1,
            insetLeft: inset(width),
            insetRight: inset(width),
          }),
        ),
        ...(weeks.length * roomForSum > width
          ? []
          : [
              Plot.text(sums, {
                x: 'monday',
                y: 'sum',
                text: ({ sum }: (typeof sums)[number]) => formats.count(sum),
                dy: -8,
                fontSize: 13,
                fill: 'var(--muted)',
              }),
            ]),
      ],
    }),
  };
}
