import { type Chart, drawPlot } from './drawing.ts';
import { excerpt } from './excerpt.ts';
import { legendDrawing } from './legend.ts';
import { html, trusted } from './markup.ts';
import { type Palette, paletteOf } from './palette.ts';
import { sansFonts } from './stylesheet.ts';
import type { Theme } from './theme.ts';

/** How a chart is drawn when it stands alone. */
export interface ChartDrawingOptions {
  /**
   * In pixels; below 500 charts take the shape they have on a phone.
   *
   * @defaultValue 760
   */
  readonly width?: number;
  /** @defaultValue `'light'` */
  readonly appearance?: 'light' | 'dark';
}

const margin = 24;
const titleHeight = 34;

/** Draws a chart with its title and legend as an SVG that needs no style sheet. */
export function standaloneChart(
  chart: Chart,
  theme: Theme,
  { width = 760, appearance = 'light' }: ChartDrawingOptions,
): string {
  const inner = Math.max(240, width - 2 * margin);
  const drawing = drawPlot(chart, inner);
  const drawn = Number(/ height="([\d.]+)"/.exec(drawing)?.[1] ?? 0);
  const legend = legendDrawing(chart.legend ?? [], inner);
  const legendTop = margin + titleHeight + drawn + 14;
  const height = legendTop + legend.height + margin - (legend.height === 0 ? 14 : 0);
  const { markup } = html`<svg
    xmlns="http://www.w3.org/2000/svg"
    role="img"
    aria-labelledby="${chart.id}-title ${chart.id}-description"
    width="${inner + 2 * margin}"
    height="${height}"
    viewBox="0 0 ${inner + 2 * margin} ${height}"
    font-family="var(--sans)"
    font-size="12"
    fill="var(--ink)"
    color="var(--ink)"
  >
    <title id="${chart.id}-title">${chart.title}</title>
    <desc id="${chart.id}-description">${chart.description}</desc>
    <rect width="100%" height="100%" fill="var(--sheet)" />
    <text x="${margin}" y="${margin + 14}" font-size="17" font-weight="600">
      ${excerpt(chart.title, Math.floor(inner / 9))}
    </text>
    ${trusted(drawing.replace('<svg ', `<svg x="${margin}" y="${margin + titleHeight}" `))}
    <g transform="translate(${margin},${legendTop})" fill="var(--muted)">${legend.markup}</g>
  </svg>`;
  return withColours(markup, {
    ...paletteOf(theme, appearance),
    sans: (theme.textFont ?? sansFonts).replaceAll('"', "'"),
  });
}

function withColours(svg: string, palette: Palette): string {
  return svg.replaceAll(/var\(--([a-z0-9-]+)\)/g, (whole, name: string) => palette[name] ?? whole);
}
