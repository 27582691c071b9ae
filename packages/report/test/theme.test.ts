import { renderReport } from '@affiche/report';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bakery } from './bakery.ts';

const { strategy } = bakery();
// Without a budget there is no chart to draw a hundred times.
const bare = { ...strategy, budget: { ...strategy.budget, lines: [] } };

describe('a theme', () => {
  it('puts the agency in the head and the foot', () => {
    const source = `data:image/png;base64,${btoa('not really a picture')}`;
    const theme = {
      agency: 'Studio <Lumen>',
      logo: { source, alt: 'Lumen' },
      footer: 'Confidential',
    };
    const html = renderReport({ strategy }, { theme });
    expect(html).toContain('Studio &#60;Lumen&#62;');
    expect(html).toContain(`<img src="${source}" alt="Lumen"`);
    expect(html).toContain('Confidential');
  });

  it('stays readable whatever the accent: at least 4.5 to 1, in light and dark', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(fc.tuple(channel, channel, channel), (rgb) => {
        const accent = `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
        const html = renderReport({ strategy: bare }, { theme: { accent } });
        const [light = '', dark = ''] = html.match(/--paper:[^}]*--on-accent[^}]*/g) ?? [];
        for (const palette of [light, dark]) {
          expect(contrast(palette, 'on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
          expect(contrast(palette, 'accent-text', 'paper')).toBeGreaterThanOrEqual(4.5);
          expect(contrast(palette, 'accent-text', 'sheet')).toBeGreaterThanOrEqual(4.5);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('can be fixed to light or dark', () => {
    expect(renderReport({ strategy }, { theme: { appearance: 'light' } })).not.toContain(
      'prefers-color-scheme',
    );
    expect(renderReport({ strategy }, { theme: { appearance: 'dark' } })).toContain(
      ':root{color-scheme:dark',
    );
  });
});

/** WCAG 2.2, written from its text once more. */
function contrast(palette: string, first: string, second: string): number {
  const [light = 0, dark = 0] = [first, second]
    .map((name) => new RegExp(`--${name}:#(..)(..)(..)`).exec(palette)?.slice(1) ?? [])
    .map((hex) => {
      const [r = 0, g = 0, b = 0] = hex
        .map((part) => Number.parseInt(part, 16) / 255)
        .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
