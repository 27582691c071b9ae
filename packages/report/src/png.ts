/**
 * Charts as pictures, through `@resvg/resvg-js`, which the user installs beside this package.
 *
 * @module @affiche/report/png
 */
export { type PngOptions, toPng } from './chart-picture.ts';
