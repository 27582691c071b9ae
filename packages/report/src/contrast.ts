/** A colour as `#rrggbb`. */
export type HexColour = string;

/**
 * The contrast of two colours, from 1 (none) to 21 (black on white).
 *
 * @see {@link https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio | WCAG 2.2, contrast ratio}
 */
function contrastRatio(first: HexColour, second: HexColour): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour itself where it can be read on the background, else the nearest shade that can. */
export function readableOn(
  background: HexColour,
  colour: HexColour,
  { ratio = 4.5 }: { readonly ratio?: number } = {},
): HexColour {
  const goal = luminance(background) > 0.18 ? '#000000' : '#ffffff';
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mixColours(colour, goal, share);
    if (contrastRatio(shade, background) >= ratio) return shade;
  }
  return goal;
}

/** Mixes two colours; a share of 0 is the first, 1 the second. */
export function mixColours(first: HexColour, second: HexColour, share: number): HexColour {
  const others = channels(second);
  const mixed = channels(first).map((channel, index) =>
    Math.round(channel + ((others[index] ?? 0) - channel) * share),
  );
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: HexColour): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}

function luminance(colour: HexColour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
