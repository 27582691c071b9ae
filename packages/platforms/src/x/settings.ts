import { type PlainDate, PostReference } from '@affiche/core';
import { z } from 'zod';
import { selfServePrices, type XPrices } from './prices.ts';

/** What an application knows better than the documented defaults. */
export interface XSettings {
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * What the application pays for. Since 2026 those who serve themselves may answer only people who
   * mentioned or quoted them, and may not quote.
   *
   * @defaultValue 'self-serve'
   */
  readonly access?: 'self-serve' | 'enterprise';
  /**
   * What a call costs, for plans and spending limits; `free` where no call is paid for by itself.
   *
   * @defaultValue the published prices for `self-serve`, `free` for `enterprise`
   */
  readonly prices?: Partial<XPrices> | 'free';
  /**
   * The day on which somebody looked the prices up, for X tells them on a page alone.
   *
   * @defaultValue the day of the published prices
   */
  readonly pricesReadOn?: PlainDate;
  /**
   * How the application names fields: X renamed tweets to posts in its description of August 2026,
   * and went on answering the old names. Answers are read in both.
   *
   * @defaultValue 'tweet'
   */
  readonly fieldDialect?: 'tweet' | 'post';
  /**
   * After how many seconds a list of own posts can be trusted to be whole.
   *
   * @defaultValue 10
   */
  readonly settleSeconds?: number;
}

/** What a publication may ask of X beyond its draft. */
export const XOptions = z.object({
  /** Who may answer. */
  replies: z
    .enum(['everyone', 'following', 'mentioned', 'subscribers', 'verified'])
    .default('everyone'),
  /** A post to show inside the first one. */
  quote: PostReference.optional(),
  /**
   * A post of ours to write anew: within an hour of its beginning, and for those who pay for Premium.
   * The result has an id of its own, and the old one leads to it.
   */
  edits: PostReference.optional(),
  /** Ids of up to ten people who are seen in the pictures of the first post. */
  people: z.array(z.string().regex(/^\d+$/)).max(10).optional(),
  /** The place of the first post, by X's id. */
  place: z.string().optional(),
  /** The community to post into. */
  community: z.string().regex(/^\d+$/).optional(),
  /** Whether a machine made it; by default as the draft discloses. */
  madeWithAi: z.boolean().optional(),
  /** Whether somebody paid for it; by default as the draft discloses. */
  paidPartnership: z.boolean().optional(),
});
/** What a publication may ask of X beyond its draft. */
export type XOptions = z.infer<typeof XOptions>;

/** What an application pays for its calls; nothing where no call is paid for by itself. */
export function pricesOf({ access = 'self-serve', prices }: XSettings): XPrices | undefined {
  if (prices === 'free' || (prices === undefined && access === 'enterprise')) return undefined;
  return { ...selfServePrices, ...prices };
}
