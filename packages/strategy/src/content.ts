import { z } from 'zod';
import { Id, Share, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** Whose interest a post serves: selling, helping, passing on what others made, or what the community made. */
export const ContentPurpose = z.enum(['own-promotion', 'own-value', 'curated', 'user-generated']);
/** Whose interest a post serves. */
export type ContentPurpose = z.infer<typeof ContentPurpose>;

/** A subject the brand keeps coming back to. The shares of all pillars sum to 1. */
export const Pillar = openObject({
  id: Id,
  name: Words,
  /** Its part of all posts, as a fraction. */
  share: Share,
  purpose: ContentPurpose.optional(),
  /** The category of the content mix that it counts in. */
  category: Id.optional(),
  objectives: z.array(Id).default([]),
  audiences: z.array(Id).default([]),
});
/** A subject the brand keeps coming back to. */
export type Pillar = z.infer<typeof Pillar>;

/** The names of the ready-made content mixes. */
export const ContentMixName = z.enum(['80/20', '70-20-10', 'thirds', '50-30-20', '4-1-1', '5-3-2']);
/** The name of a ready-made content mix. */
export type ContentMixName = z.infer<typeof ContentMixName>;

/** How posts divide over categories: a preset, or shares of one's own. */
export const ContentMix = openObject({
  preset: ContentMixName.optional(),
  categories: z.array(openObject({ id: Id, name: Words, share: Share })).default([]),
  /** How far the plan may be from a share, as a fraction. */
  tolerance: Share.default(0.1),
});
/** How posts divide over categories. */
export type ContentMix = z.infer<typeof ContentMix>;
