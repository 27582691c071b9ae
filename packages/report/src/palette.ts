import { mixColours, readableOn } from './contrast.ts';
import type { Theme } from './theme.ts';

/** The colours of one appearance, by the name of their custom property without its dashes. */
export type Palette = Readonly<Record<string, string>>;

// Eight hues that stay apart for colour-blind readers; a shape always says the same.
const categories = {
  light: ['#0f6b70', '#c2491d', '#3d5a9e', '#94700a', '#7a3e76', '#4f7527', '#8a5344', '#56616b'],
  dark: ['#4fb3b5', '#f08a5d', '#8fa8e8', '#d9b44a', '#c98fc4', '#9cc46a', '#c99a8a', '#a3afba'],
};

const surfaces = {
  light: {
    paper: '#faf6ef',
    sheet: '#ffffff',
    ink: '#211d1a',
    muted: '#665e55',
    line: '#e5dccd',
    good: '#17694a',
    warn: '#855300',
    bad: '#ab2318',
  },
  dark: {
    paper: '#171412',
    sheet: '#211d1a',
    ink: '#f4ede3',
    muted: '#b5aa9d',
    line: '#3d3631',
    good: '#6cc9a1',
    warn: '#e0b04f',
    bad: '#f28b7d',
  },
};

/** The two ends of the best-time scale: below and above the usual. */
const heat = {
  light: { below: '#b0641a', none: '#efe8dc', above: '#0a565b' },
  dark: { below: '#e09a4b', none: '#332e29', above: '#63d0d0' },
};

/** The colours of a theme in one appearance; texts are readable on what they stand on. */
export function paletteOf(theme: Theme, appearance: 'light' | 'dark'): Palette {
  const surface = surfaces[appearance];
  const scale = heat[appearance];
  // In the dark a strong accent would glare: it is the ground of the head only, a little deeper.
  const accent = appearance === 'dark' ? mixColours(theme.accent, '#171412', 0.25) : theme.accent;
  const steps = [0.22, 0.55, 1];
  return {
    ...surface,
    accent,
    'on-accent': textOn(accent),
    'accent-text': readableOn(surface.paper, readableOn(surface.sheet, theme.accent)),
    'heat-0': scale.none,
    ...Object.fromEntries(
      steps.flatMap((share, index) => [
        [`heat-below-${index + 1}`, mixColours(scale.none, scale.below, share)],
        [`heat-above-${index + 1}`, mixColours(scale.none, scale.above, share)],
      ]),
    ),
    // One hue from dark to light: parts of one sum, in reading order.
    ...Object.fromEntries(
      [0, 0.42, 0.68].map((share, index) => [
        `interaction-${index + 1}`,
        mixColours(scale.above, surface.sheet, share),
      ]),
    ),
    ...Object.fromEntries(
      categories[appearance].map((colour, index) => [`category-${index + 1}`, colour]),
    ),
  };
}

// Nearly white where that can be read, else nearly black: greys in between look like a mistake.
function textOn(accent: string): string {
  const light = '#fffaf2';
  return readableOn(accent, light) === light ? light : readableOn(accent, '#211d1a');
}
