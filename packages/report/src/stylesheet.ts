import { type Palette, paletteOf } from './palette.ts';
import { calendar } from './stylesheet/calendar.ts';
import { gallery } from './stylesheet/gallery.ts';
import { layout } from './stylesheet/layout.ts';
import { parts } from './stylesheet/parts.ts';
import { print } from './stylesheet/print.ts';
import type { Theme } from './theme.ts';

// Fonts that readers have: nothing is loaded. The first are better, the last are everywhere.
const serif =
  "'Iowan Old Style','Source Serif 4','Palatino Linotype',Palatino,'URW Palladio L',Georgia,serif";
/** What texts and charts are set in, unless the theme says otherwise. */
export const sansFonts = "Inter,'Segoe UI',Roboto,'Helvetica Neue',Arial,'Noto Sans',sans-serif";

/** The one style sheet of a report, with the theme's colours and fonts, and a foot for every page of paper. */
export function stylesheet(theme: Theme, foot: string): string {
  const light = properties(paletteOf(theme, 'light'));
  const dark = properties(paletteOf(theme, 'dark'));
  const fonts = `--serif:${theme.headingFont ?? serif};--sans:${theme.textFont ?? sansFonts}`;
  const appearance = {
    auto: `:root{color-scheme:light dark;${fonts};${light}}@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
    light: `:root{color-scheme:light;${fonts};${light}}`,
    dark: `:root{color-scheme:dark;${fonts};${light}}@media screen{:root{${dark}}}`,
  }[theme.appearance];
  return `${appearance}${layout}${parts}${calendar}${gallery}${print(foot)}`;
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}
