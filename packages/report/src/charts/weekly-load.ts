import type { Publication } from '@affiche/core';
import * as Plot from '@observablehq/plot';
import { addDays, daysBetween, mondayOf } from '../days.ts';
import { barInset } from './bar-inset.ts';
import type { Chart } from '../drawing.ts';
import { pillarMarks } from '../marks.ts';
import { byWeek } from '../publication-order.ts';
import type { ReportContext } from '../report-context.ts';

const padding = 0.28;

/** How many posts go out each week, by pillar. */
export function weeklyLoad(publications: readonly Publication[], context: ReportContext): Chart {
  const { input, words, formats } = context;
  const mark = pillarMarks(input, words.noPillar);
  const weeks = byWeek(publications);
  const mondays = everyMonday([...weeks.keys()]);
  const sizes = mondays.map((monday) => weeks.get(monday)?.length ?? 0);
  const parts = mondays.flatMap((monday) =>
    [...Map.groupBy(weeks.get(monday) ?? [], ({ draft }) => draft.pillar)]
      .map(([pillar, posts]) => ({ monday, mark: mark(pillar), posts: posts.length }))
      .toSorted((a, b) => a.mark.category - b.mark.category),
  );
  const most = Math.max(1, ...sizes);
  const marginLeft = Math.max(28, 12 + 7 * formats.count(most).length);
  const inset = (width: number) => barInset(width - marginLeft, mondays.length, padding);
  return {
    id: 'weekly-load',
    title: words.calendar.load,
    description: words.calendar.loadAlternative(Math.min(...sizes), most),
    table: {
      id: 'weekly-load',
      title: words.calendar.load,
      columns: [
        { key: 'week', label: words.calendar.columns.week },
        { key: 'pillar', label: words.calendar.columns.pillar },
        { key: 'posts', label: words.calendar.columns.posts, numeric: true },
      ],
      rows: parts.map(({ monday, mark, posts }) => [
        { value: monday, text: formats.date(monday) },
        mark.name,
        posts,
      ]),
    },
    legend: [...new Map(parts.map(({ mark }) => [mark.name, mark])).values()]
      .toSorted((a, b) => a.category - b.category)
      .map(({ name, shape, category }) => ({
        swatches: [{ colour: `category-${category}`, sign: shape }],
        text: name,
      })),
    plot: (width) => ({
      height: 210,
      marginLeft,
      marginRight: 0,
      marginBottom: 26,
      x: {
        type: 'band',
        domain: mondays,
        label: null,
        tickSize: 0,
        padding,
        tickFormat: (monday: string, index: number) =>
          index % Math.ceil((mondays.length * 52) / width) === 0 ? formats.day(monday) : '',
      },
      y: { label: null, tickSize: 0, ticks: Math.min(4, most), tickFormat: formats.count },
      marks: [
        Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: Math.min(4, most) }),
        Plot.barY(
          parts,
          Plot.stackY({
            x: 'monday',
            y: 'posts',
            fill: (part: (typeof parts)[number]) => `var(--category-${part.mark.category})`,
            insetTop: 1,
            insetLeft: inset(width),
            insetRight: inset(width),
            rx: 1.5,
          }),
        ),
        ...(most <= 24
          ? [
              Plot.text(
                parts,
                Plot.stackY({
                  x: 'monday',
                  y: 'posts',
                  text: ({ mark }: (typeof parts)[number]) => mark.shape,
                  fill: 'var(--sheet)',
                  fontSize: 9,
                }),
              ),
            ]
          : []),
      ],
    }),
  };
}

function everyMonday(mondays: readonly string[]): string[] {
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (first === undefined || last === undefined) return [];
  return daysBetween(mondayOf(first), addDays(last, 0)).filter((_, index) => index % 7 === 0);
}
