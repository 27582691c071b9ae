import { z } from 'zod';
import { Instant } from './instant.ts';

/** Organic, paid, or both together; never added up across. */
export const Scope = z.enum(['organic', 'paid', 'total']);
/** Organic, paid, or both together. */
export type Scope = z.infer<typeof Scope>;

/** What a reading is about. */
export const Subject = z.object({
  kind: z.enum(['post', 'account', 'campaign', 'channel']),
  /** The platform's id of the post, or the account key, or the campaign's id. */
  id: z.string().min(1),
  platform: z.string().optional(),
  /** The account key, for a post. */
  account: z.string().optional(),
  /** The publication that the post came from, where it is ours. */
  publication: z.string().optional(),
});
/** What a reading is about. */
export type Subject = z.infer<typeof Subject>;

/**
 * One measured fact. Missing is not zero: a fact that the platform did not give has no reading.
 */
export const Reading = z.object({
  subject: Subject,
  /** A base fact in camel case: `reactions`, `comments`, `shares`, `reach`, `impressions`, `followers`. */
  fact: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** In the fact's unit: a count, seconds, or minor units of `currency`. May be negative where platforms correct themselves. */
  value: z.number(),
  currency: z.string().length(3).optional(),
  /** From and to when it was counted; `lifetime` since publication. */
  window: z.union([z.literal('lifetime'), z.object({ from: Instant, to: Instant })]),
  scope: Scope,
  /** When the platform was asked. */
  asOf: Instant,
  /** Who said so: `bluesky`, `csv:history.csv`. */
  source: z.string().min(1),
  /** When the post it is about went out, where that is known. */
  publishedAt: Instant.optional(),
});
/** One measured fact. Missing is not zero. */
export type Reading = z.infer<typeof Reading>;
