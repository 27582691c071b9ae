import { z } from 'zod';
import { Id, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** Where the tone stands between two words, from -1 (the first) to 1 (the second). */
export const ToneAxis = openObject({
  between: z.tuple([Words, Words]),
  position: z.number().min(-1).max(1),
});
/** Where the tone stands between two words. */
export type ToneAxis = z.infer<typeof ToneAxis>;

/** Words that are wanted or unwanted, with the word to use instead. */
export const Term = openObject({
  term: Words,
  instead: Words.optional(),
  reason: Words.optional(),
});
/** A word that is wanted or unwanted. */
export type Term = z.infer<typeof Term>;

/** How one network is spoken to. */
export const NetworkTone = openObject({
  platform: Id,
  /** How French readers are addressed. */
  address: z.enum(['tu', 'vous', 'neutral']).optional(),
  /** Hashtags in one post, at most. */
  hashtags: z.int().nonnegative().optional(),
  /** Emoji in one post, at most. */
  emoji: z.int().nonnegative().optional(),
});
/** How one network is spoken to. */
export type NetworkTone = z.infer<typeof NetworkTone>;

/** What the brand promises readers and how it writes: the rules a draft is held against. */
export const EditorialLine = openObject({
  promise: Words,
  tone: z.array(ToneAxis).default([]),
  /** How French readers are addressed where a network does not say otherwise. */
  address: z.enum(['tu', 'vous', 'neutral']).default('neutral'),
  networks: z.array(NetworkTone).default([]),
  /** Every post has at least one of them; empty when nothing is required. */
  required: z.array(Term).default([]),
  banned: z.array(Term).default([]),
  /** What a disclosed post must say, any one of each: `{ partnership: ['Collaboration commerciale'] }`. */
  disclosure: openObject({
    advertisement: z.array(Words).exactOptional(),
    partnership: z.array(Words).exactOptional(),
    gift: z.array(Words).exactOptional(),
    affiliate: z.array(Words).exactOptional(),
    automated: z.array(Words).exactOptional(),
  }).prefault({}),
  languages: z.array(z.string().min(2)).default([]),
  accessibility: openObject({
    altText: z.boolean().default(true),
    captions: z.boolean().default(true),
    readableHashtags: z.boolean().default(true),
  }).prefault({}),
  dos: z.array(Words).default([]),
  donts: z.array(Words).default([]),
  /** What readers may and may not write under our posts. */
  moderation: Words.optional(),
});
/** What the brand promises readers and how it writes. */
export type EditorialLine = z.infer<typeof EditorialLine>;
