import { html, type Markup } from './markup.ts';

/** A sample of a mark: a square of a palette's colour, or a sign. */
interface Swatch {
  /** The name of a palette's colour: `category-1`. */
  readonly colour: string;
  /** The share of the full square that it fills. */
  readonly size?: number;
  /** A sign instead of a square. */
  readonly sign?: string;
}

/** What one kind of mark means. */
export interface LegendItem {
  readonly swatches: readonly Swatch[];
  /** What stands before the swatches, on a scale. */
  readonly before?: string;
  readonly text: string;
}

/** The legend as a list beside the drawing. */
export function legendMarkup(items: readonly LegendItem[]): Markup {
  return html`<ul class="legend" role="list">
    ${items.map(
      ({ before, swatches, text }) =>
        html`<li class="${swatches.length > 1 && 'scale'}">
          ${before !== undefined && `${before} `}${swatches.map(swatchMarkup)}<bdi>${text}</bdi>
        </li>`,
    )}
  </ul>`;
}

function swatchMarkup({ colour, size = 0.9, sign }: Swatch): Markup {
  if (sign !== undefined) {
    return html`<i class="mark" aria-hidden="true"
      ><svg viewBox="0 0 20 20" aria-hidden="true">
        <text x="10" y="16" text-anchor="middle" font-size="18" fill="var(--${colour})">
          ${sign}
        </text>
      </svg></i
    >`;
  }
  const side = 20 * size;
  return html`<svg viewBox="0 0 20 20" aria-hidden="true">
    <rect
      x="${10 - side / 2}"
      y="${10 - side / 2}"
      width="${side}"
      height="${side}"
      rx="2"
      fill="var(--${colour})"
    />
  </svg>`;
}

const rowHeight = 22;
const box = 14;
// The mean width of a letter at 12 pixels; a little room to spare does no harm.
const letter = 6.9;

/** The legend as part of a drawing that stands alone, and how high it is. */
export function legendDrawing(
  items: readonly LegendItem[],
  width: number,
): { readonly markup: Markup; readonly height: number } {
  let x = 0;
  let y = 0;
  const placed = items.map((item) => {
    const lead = item.before === undefined ? 0 : item.before.length * letter + 8;
    const length = lead + item.swatches.length * (box + 2) + 6 + item.text.length * letter;
    if (x > 0 && x + length > width) {
      x = 0;
      y += rowHeight;
    }
    const at = { item, x, y, lead };
    x += length + 20;
    return at;
  });
  const markup = html`${placed.map(
    ({ item, x, y, lead }) =>
      html`<g transform="translate(${x},${y})">
        ${item.before !== undefined && html`<text y="12">${item.before}</text>`}
        ${item.swatches.map((swatch, index) => swatchDrawing(swatch, lead + index * (box + 2)))}
        <text x="${lead + item.swatches.length * (box + 2) + 6}" y="12">${item.text}</text>
      </g>`,
  )}`;
  return { markup, height: items.length === 0 ? 0 : y + rowHeight };
}

function swatchDrawing({ colour, size = 1, sign }: Swatch, x: number): Markup {
  if (sign !== undefined) {
    return html`<text x="${x + box / 2}" y="12" text-anchor="middle" fill="var(--${colour})"
      >${sign}</text
    >`;
  }
  const side = box * size;
  return html`<rect
    x="${x + (box - side) / 2}"
    y="${(box - side) / 2 + 1}"
    width="${side}"
    height="${side}"
    rx="2"
    fill="var(--${colour})"
  />`;
}
