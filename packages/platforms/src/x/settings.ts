import { PostReference } from '@affiche/core';
import { z } from 'zod';

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
  /** The community to post into. */
  community: z.string().regex(/^\d+$/).optional(),
  /** Whether a machine made it; by default as the draft discloses. */
  madeWithAi: z.boolean().optional(),
  /** Whether somebody paid for it; by default as the draft discloses. */
  paidPartnership: z.boolean().optional(),
});
/** What a publication may ask of X beyond its draft. */
export type XOptions = z.infer<typeof XOptions>;
