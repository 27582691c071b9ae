import { Resvg } from '@resvg/resvg-js';

/** How a drawing becomes a picture. */
export interface PngOptions {
  /**
   * Pixels of the picture for each pixel of the drawing.
   *
   * @defaultValue 2
   */
  readonly scale?: number;
  /**
   * Files of the fonts to write with, and no others: the same bytes on every machine. Without them the
   * machine's own fonts are used.
   */
  readonly fontFiles?: readonly string[];
  /** The family to write with when the drawing's own are not there. */
  readonly defaultFontFamily?: string;
}

/**
 * Turns a chart's SVG into a PNG.
 *
 * ```ts
 * import { toPng } from '@affiche/report/png';
 *
 * const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><rect width="2" height="2"/></svg>';
 * toPng(svg).subarray(1, 4); // => new Uint8Array([0x50, 0x4e, 0x47])
 * ```
 */
export function toPng(
  svg: string,
  { scale = 2, fontFiles, defaultFontFamily }: PngOptions = {},
): Uint8Array {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      loadSystemFonts: fontFiles === undefined,
      ...(fontFiles && { fontFiles: [...fontFiles] }),
      ...(defaultFontFamily !== undefined && { defaultFontFamily }),
    },
  });
  return new Uint8Array(drawing.render().asPng());
}
