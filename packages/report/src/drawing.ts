import { plot, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom/worker';
import { escapeText } from './markup.ts';
import type { LegendItem } from './legend.ts';
import type { Table } from './table.ts';

/** A chart, its text alternative and the data behind it. */
export interface Chart {
  /** Unique within a report, and a good file name: `best-times`. */
  readonly id: string;
  readonly title: string;
  /** What a person who cannot see the chart should take away, in a sentence or two. */
  readonly description: string;
  readonly table: Table;
  /** What its marks mean. */
  readonly legend?: readonly LegendItem[];
  /** What to draw at a width in pixels. */
  readonly plot: (width: number) => PlotOptions;
}

/** Draws a chart as an SVG whose colours are the custom properties of the page: `var(--ink)`. */
export function drawChart(chart: Chart, width: number): string {
  const name = `${chart.id}-${width}`;
  return drawPlot(chart, width)
    .replace('<svg ', `<svg role="img" aria-labelledby="${name}-t ${name}-d" `)
    .replace(
      '>',
      `><title id="${name}-t">${escapeText(chart.title)}</title>` +
        `<desc id="${name}-d">${escapeText(chart.description)}</desc>`,
    );
}

/** The bare drawing, without its text alternative. */
export function drawPlot(chart: Chart, width: number): string {
  const { document } = parseHTML('<!doctype html><html></html>');
  const drawn = plot({ document, width, marginTop: 8, ...chart.plot(width) });
  const svg: string = drawn.outerHTML;
  return (
    svg
      // The page allows no style but its own, and a class name by chance is no name.
      .replace(/<style>.*?<\/style>/s, '')
      .replace(/ class="plot-[^"]*"/, ' class="plot"')
      // A drawing for a desk is shown a little smaller on a tablet.
      .replace(' font-size="10"', ` font-size="${width < 500 ? 12 : 13}"`)
      .replace(' font-family="system-ui, sans-serif"', ' font-family="var(--sans)"')
      // The text alternative speaks for the whole drawing.
      .replaceAll(/ aria-(?:label|description|hidden)="[^"]*"/g, '')
      .replaceAll(/="[^"]*"/g, (value) => value.replaceAll(longNumber, rounded))
  );
}

const longNumber = /-?\d+\.\d{3,}(?:e-?\d+)?/g;

// A hundredth of a pixel is enough, and hides where processors round differently.
function rounded(number: string): string {
  const value = Math.round(Number(number) * 100) / 100;
  return String(value === 0 ? 0 : value);
}
