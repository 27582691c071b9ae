import { type Chart, drawChart } from './drawing.ts';
import { legendMarkup } from './legend.ts';
import { html, type Markup, trusted } from './markup.ts';
import type { ReportContext } from './report-context.ts';
import { tableMarkup } from './table-markup.ts';
import type { Table } from './table.ts';

/** How a chart stands on the page. */
export interface FigureOptions {
  /** Shown under the title. */
  readonly caption?: string;
  /** How wide it is drawn for a desk, in pixels; 720 unless it shares its row. */
  readonly wide?: number;
  /** What the folded table shows, when that is not the chart's own. */
  readonly table?: Table;
}

// One drawing for a desk, one for a hand: a scaled-down chart has letters nobody can read.
const widths = { wide: 720, narrow: 270 } as const;

/** A chart with its caption, its legend and, folded away, the numbers behind it. */
export function figure(chart: Chart, context: ReportContext, options: FigureOptions = {}): Markup {
  return html`<figure class="chart" id="chart-${chart.id}">
    <figcaption>
      <strong>${chart.title}</strong>${
        options.caption !== undefined && html`<span class="caption">${options.caption}</span>`
      }
    </figcaption>
    ${drawings(chart, options.wide)}${chart.legend && legendMarkup(chart.legend)}
    <details class="data-behind">
      <summary>${context.words.dataBehind}</summary>
      ${tableMarkup(options.table ?? chart.table)}
    </details>
  </figure>`;
}

/** The two drawings of a chart; the style sheet shows the one that fits. */
export function drawings(chart: Chart, wide: number = widths.wide): Markup {
  return html`<div class="wide">${trusted(drawChart(chart, wide))}</div>
    <div class="narrow">${trusted(drawChart(chart, widths.narrow))}</div>`;
}
