import { ConfigurationError, formatPath } from '@affiche/core';
import { z } from 'zod';

const Colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, {
  error: 'not a colour; write it like #b8341b',
});

// Font names end up in a style sheet: nothing that could end a declaration may pass.
const FontStack = z.string().regex(/^[\p{L}\p{N} ,'"-]+$/u, {
  error: 'not a list of font names; write it like Georgia, serif',
});

/**
 * What makes a report an agency's own.
 *
 * ```ts
 * import { Theme } from '@affiche/report';
 *
 * Theme.parse({ agency: 'Studio Lumen', accent: '#0f5e63' }).accent; // => '#0f5e63'
 * ```
 */
export const Theme = z.object({
  /** Who made the report; printed in its head and foot. */
  agency: z.string().min(1).optional(),
  /** A picture that travels inside the page, as a data URI: the page may not load anything. */
  logo: z
    .object({
      /** `data:image/png;base64,…` */
      source: z
        .string()
        .regex(/^data:image\/(png|jpeg|webp|gif|svg\+xml);base64,[A-Za-z0-9+/=]+$/, {
          error: 'not a picture as a base64 data URI',
        }),
      /** The text alternative: the agency's name. */
      alt: z.string().min(1),
    })
    .optional(),
  /** The colour of the head and of whatever stands out. Texts in it are made dark or light enough to read. */
  accent: Colour.default('#b8341b'),
  /** The fonts of headings, as CSS writes them; fonts that the reader has, as none is loaded. */
  headingFont: FontStack.optional(),
  /** The fonts of everything else. */
  textFont: FontStack.optional(),
  /** `auto` follows the reader's system. Print is always light. */
  appearance: z.enum(['auto', 'light', 'dark']).default('auto'),
  /** A last line: a confidentiality notice, a contact. */
  footer: z.string().optional(),
});
/** What makes a report an agency's own. */
export type Theme = z.infer<typeof Theme>;
/** A {@link Theme} as it is written: whatever has a default may be left out. */
export type ThemeInput = z.input<typeof Theme>;

/**
 * Reads a theme, with its defaults.
 *
 * @throws ConfigurationError `invalid-theme` for a colour, a font or a picture that may not enter the page.
 */
export function readTheme(theme: ThemeInput): Theme {
  const result = Theme.safeParse(theme);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ConfigurationError('invalid-theme', {
    message: `The theme's ${formatPath(issue?.path.map((part) => (typeof part === 'number' ? part : String(part))) ?? [])} is ${issue?.message}`,
    hint: 'Colours are #rrggbb, fonts a list of names, the logo a base64 data URI.',
  });
}
