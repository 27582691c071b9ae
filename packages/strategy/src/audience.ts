import { Zone } from '@affiche/core';
import { z } from 'zod';
import { Id, Share, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** What people are to the client. One person may be several of them. */
export const Segment = z.enum([
  'customers',
  'prospects',
  'partners',
  'fans',
  'potential-fans',
  'consumers',
]);
/** What people are to the client. */
export type Segment = z.infer<typeof Segment>;

/** One thing an advertisement would select people by, such as `{ category: 'city', value: 'Lyon' }`. */
export const TargetingCriterion = openObject({ category: Words, value: Words });
/** One thing an advertisement would select people by. */
export type TargetingCriterion = z.infer<typeof TargetingCriterion>;

/** A group of people to talk to: who, where, in which languages, on which networks. */
export const Audience = openObject({
  id: Id,
  name: Words,
  segments: z.array(Segment).min(1),
  /** How much of the work is for them; the weights of all audiences are compared. */
  weight: z.number().positive().default(1),
  /** People in the group, where somebody counted. */
  size: z.int().nonnegative().optional(),
  /** The time zones they live in, with the part of the group in each. */
  zones: z.array(openObject({ zone: Zone, share: Share })).default([]),
  /** BCP 47 tags: `fr`. */
  languages: z.array(z.string().min(2)).default([]),
  /** Networks they are on, with the part of the group that is there. */
  networks: z.array(openObject({ platform: Id, share: Share })).default([]),
  /** How advertisements would find them. */
  targeting: z.array(TargetingCriterion).default([]),
});
/** A group of people to talk to. */
export type Audience = z.infer<typeof Audience>;

/** One imagined person who stands for an audience, so that writers have somebody before them. */
export const Persona = openObject({
  id: Id,
  name: Words,
  audience: Id,
  situation: Words,
  goals: z.array(Words).default([]),
  frustrations: z.array(Words).default([]),
  quote: Words.optional(),
});
/** One imagined person who stands for an audience. */
export type Persona = z.infer<typeof Persona>;
