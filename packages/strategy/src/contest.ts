import { Zone } from '@affiche/core';
import { z } from 'zod';
import { Amount, Id, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** What people must do to take part. */
export const EntryMechanic = z.enum([
  'comment',
  'like',
  'follow',
  'hashtag-post',
  'photo',
  'form',
  'tag-friend',
  'share-on-own-timeline',
  'tag-self-in-photo',
]);
/** What people must do to take part. */
export type EntryMechanic = z.infer<typeof EntryMechanic>;

/** The rules of a contest, as participants will read them. */
export const ContestRules = openObject({
  id: Id,
  name: Words,
  platforms: z.array(Id).default([]),
  /** Where the complete rules can be read. */
  rulesUrl: z.url({ protocol: /^https?$/ }).optional(),
  minimumAge: z.int().nonnegative().optional(),
  /** ISO 3166 codes of the countries whose residents may take part. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  from: z.iso.date(),
  to: z.iso.date(),
  zone: Zone.optional(),
  prizes: z.array(openObject({ name: Words, value: Amount.optional() })).default([]),
  entry: z.array(EntryMechanic).default([]),
  /** How winners are found: `draw` by lot, `jury`, `votes`, `first` come. */
  selection: z.enum(['draw', 'jury', 'votes', 'first']).optional(),
  /** Participants release the network from every claim. */
  platformReleased: z.boolean().default(false),
  /** "In no way sponsored, endorsed, administered by, or associated with" the network. */
  platformDisclaimed: z.boolean().default(false),
  /** Whether somebody looked at the law of each country: permits, deposits, taxes. */
  localLawChecked: z.boolean().default(false),
});
/** The rules of a contest. */
export type ContestRules = z.infer<typeof ContestRules>;
