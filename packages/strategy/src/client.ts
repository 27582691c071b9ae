import { z } from 'zod';
import { Words } from './field.ts';
import { openObject } from './open-object.ts';

/** Whom the work is for: a company, a public figure, a personal brand or a media house. */
export const Client = openObject({
  name: Words,
  kind: z.enum(['company', 'public-figure', 'personal-brand', 'media']),
  sector: Words.optional(),
  website: z.url({ protocol: /^https?$/ }).optional(),
  /** Who signs for the client. */
  contact: Words.optional(),
});
/** Whom the work is for. */
export type Client = z.infer<typeof Client>;

/** How the brand sounds, in words that a writer can hold a sentence against. */
export const BrandVoice = openObject({
  /** What it is: `warm`, `precise`. */
  traits: z.array(Words).default([]),
  /** What it never is: `ironic`. */
  never: z.array(Words).default([]),
  /** A sentence that sounds right. */
  example: Words.optional(),
});
/** How the brand sounds. */
export type BrandVoice = z.infer<typeof BrandVoice>;

/** What the brand stands for, and how it looks and sounds. */
export const BrandIdentity = openObject({
  mission: Words.optional(),
  positioning: Words.optional(),
  values: z.array(Words).default([]),
  voice: BrandVoice.optional(),
  /** As six-digit hexadecimal codes: `#c8102e`. */
  colours: z.array(z.string().regex(/^#[0-9a-f]{6}$/i)).default([]),
  typefaces: z.array(Words).default([]),
});
/** What the brand stands for, and how it looks and sounds. */
export type BrandIdentity = z.infer<typeof BrandIdentity>;
