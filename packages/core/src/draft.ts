import { z } from 'zod';
import { Media } from './media.ts';

/** A web page shared by a post, with what its card shows where the network lets us say it. */
export const Link = z.object({
  url: z.url({ protocol: /^https?$/ }),
  title: z.string().optional(),
  description: z.string().optional(),
  image: Media.optional(),
});
/** A web page shared by a post. */
export type Link = z.infer<typeof Link>;

/** A question with choices. */
export const Poll = z.object({
  options: z.array(z.string().min(1)).min(2),
  /** How long people may vote, in seconds. */
  durationSeconds: z.int().positive(),
  /** Whether one person may choose several. */
  multiple: z.boolean().default(false),
});
/** A question with choices. */
export type Poll = z.infer<typeof Poll>;

/** One post of a draft. */
export const DraftItem = z.object({
  text: z.string().default(''),
  media: z.array(Media).default([]),
  link: Link.optional(),
  poll: Poll.optional(),
  /** `post` opens, `reply` continues a thread, `first-comment` comments on the opening post. */
  role: z.enum(['post', 'reply', 'first-comment']).default('post'),
});
/** One post of a draft. */
export type DraftItem = z.infer<typeof DraftItem>;

/** The post of somebody, ours or not, that a draft answers. */
export const PostReference = z.object({
  /** The platform's id of the post. */
  id: z.string().min(1),
  /** The version, where the platform has one (Bluesky's CID). */
  version: z.string().optional(),
  url: z.url().optional(),
  /** The first post of the thread, when it is another. */
  root: z.object({ id: z.string().min(1), version: z.string().optional() }).optional(),
});
/** The post of somebody, ours or not, that a draft answers. */
export type PostReference = z.infer<typeof PostReference>;

/**
 * What we want to say, before any network has its way with it.
 *
 * ```ts
 * import { Draft } from '@affiche/core';
 *
 * const draft = Draft.parse({ id: 'galette', items: [{ text: 'The galette is back.' }] });
 * draft.items[0]?.role; // => 'post'
 * ```
 */
export const Draft = z.object({
  id: z.string().min(1),
  /** More than one item is a thread. */
  items: z.array(DraftItem).min(1),
  /** The language people will read, as a BCP 47 tag: `fr`. */
  language: z.string().min(2).optional(),
  pillar: z.string().optional(),
  campaign: z.string().optional(),
  audience: z.string().optional(),
  /** The person who wrote it. */
  author: z.string().optional(),
  /** What the law wants readers told: an advertisement, a gift, a partner, a machine. */
  disclosure: z.enum(['advertisement', 'partnership', 'gift', 'affiliate', 'automated']).optional(),
  /** Shown before the post opens, where the network can. */
  contentWarning: z.string().optional(),
  replyTo: PostReference.optional(),
});
/** What we want to say, before any network has its way with it. */
export type Draft = z.infer<typeof Draft>;
