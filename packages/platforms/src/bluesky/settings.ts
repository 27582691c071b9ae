import { z } from 'zod';
import { PostReference } from '@affiche/core';

/**
 * What an application may know better than the documented defaults: sizes that servers raise,
 * and numbers that only the Bluesky app enforces.
 */
export interface BlueskySettings {
  /**
   * The largest image, in bytes. Servers since 2026 take 2,000,000; older ones refuse it.
   *
   * @defaultValue 1000000
   */
  readonly imageBytes?: number;
  /**
   * The most images in a post. Above 4 they go out as a gallery, which older clients do not show;
   * the schema ends at 20, the app at 10.
   *
   * @defaultValue 4
   */
  readonly images?: number;
  /**
   * The largest video, in bytes. The schema allows 300,000,000; older servers less.
   *
   * @defaultValue 100000000
   */
  readonly videoBytes?: number;
  /**
   * The longest video, in seconds.
   *
   * @defaultValue 180
   */
  readonly videoSeconds?: number;
  /**
   * The longest text alternative, in graphemes: the app's own limit, no server's.
   *
   * @defaultValue 2000
   */
  readonly altGraphemes?: number;
  /**
   * What a picture without a text alternative is.
   *
   * @defaultValue 'error'
   */
  readonly missingAltText?: 'error' | 'warning';
  /**
   * Whether pictures keep what their camera wrote about place, time and owner. The network publishes
   * files as they come.
   *
   * @defaultValue false
   */
  readonly keepMetadata?: boolean;
  /**
   * The server that prepares videos.
   *
   * @defaultValue 'https://video.bsky.app', or the account's own server where that is this machine
   */
  readonly videoService?: string;
}

/** Who may answer a thread. */
export const BlueskyReplies = z.union([
  z.enum(['everyone', 'nobody']),
  z
    .array(
      z.union([z.enum(['mentioned', 'followers', 'following']), z.object({ list: z.string() })]),
    )
    .min(1)
    .max(5),
]);
/** Who may answer a thread. */
export type BlueskyReplies = z.infer<typeof BlueskyReplies>;

/** What a publication may ask of Bluesky beyond its draft. */
export const BlueskyOptions = z.object({
  /** The languages of the text as BCP 47 tags, at most 3; the draft's own when left out. */
  languages: z.array(z.string().min(2)).max(3).optional(),
  /** Who may answer. */
  replies: BlueskyReplies.default('everyone'),
  /** Who may quote. */
  quotes: z.enum(['everyone', 'nobody']).default('everyone'),
  /** Content warnings that the network knows and hides media behind. */
  labels: z.array(z.enum(['porn', 'sexual', 'nudity', 'graphic-media'])).default([]),
  /** Hashtags beside those in the text, without `#`, at most 8. */
  tags: z.array(z.string().min(1)).max(8).default([]),
  /** A post to show inside the first one. */
  quote: PostReference.optional(),
});
/** What a publication may ask of Bluesky beyond its draft. */
export type BlueskyOptions = z.infer<typeof BlueskyOptions>;
