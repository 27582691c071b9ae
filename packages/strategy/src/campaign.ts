import { z } from 'zod';
import { Amount, Id, Period, Words } from './field.ts';
import { openObject } from './open-object.ts';

/** How a campaign brief is told on one network; it names the brief it comes from. */
export const CampaignVariant = openObject({
  id: Id,
  campaign: Id,
  platform: Id,
  message: Words,
  /** What the network shows best: `carousel`, `thread`, `video`. */
  format: Words.optional(),
});
/** How a campaign brief is told on one network. */
export type CampaignVariant = z.infer<typeof CampaignVariant>;

/** One campaign, told to those who will make it: why, to whom, what, where, when, with what. */
export const CampaignBrief = openObject({
  id: Id,
  name: Words,
  objectives: z.array(Id).default([]),
  audiences: z.array(Id).default([]),
  message: Words,
  callToAction: Words.optional(),
  /** What moves people: `contest`, `influencers`, `ads`. */
  levers: z.array(Words).default([]),
  tools: z.array(Words).default([]),
  platforms: z.array(Id).default([]),
  from: z.iso.date(),
  to: z.iso.date(),
  budget: Amount.optional(),
  /** The business unit that pays. */
  unit: Id.optional(),
  /** How links of the campaign are told apart in web analytics. */
  tracking: openObject({ source: Words, medium: Words, campaign: Words }).optional(),
  variants: z.array(CampaignVariant).default([]),
});
/** One campaign, told to those who will make it. */
export type CampaignBrief = z.infer<typeof CampaignBrief>;

/** Days on which nothing is planned: a holiday, a crisis, an election. */
export const Blackout = openObject({ ...Period.shape, reason: Words });
/** Days on which nothing is planned. */
export type Blackout = z.infer<typeof Blackout>;
