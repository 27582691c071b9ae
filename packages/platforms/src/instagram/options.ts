import { z } from 'zod';

const Share = z.number().min(0).max(1);

/** Somebody, or something for sale, shown in a file. */
const Place = {
  /** Which file of the post, counted from 0. */
  media: z.int().nonnegative().default(0),
  /** From the left, as a share of the width; films have no places. */
  x: Share.optional(),
  /** From the top, as a share of the height. */
  y: Share.optional(),
};

/** What a publication may ask of Instagram beyond its draft. */
export const InstagramOptions = z.object({
  /** A post stays, a story vanishes after a day. A single film is a reel. */
  format: z.enum(['post', 'story']).default('post'),
  /** Whether a reel is shown in the feed too. */
  shareToFeed: z.boolean().default(true),
  /** The address of a reel's cover. */
  coverUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** The moment of a reel that is its cover, in seconds from its start. */
  coverSeconds: z.number().nonnegative().optional(),
  /** What people read beside the sound of a reel. */
  audioName: z.string().min(1).optional(),
  /** Shows a reel to strangers first, and to followers when somebody says so, or when it does well. */
  trial: z.enum(['manual', 'performance']).optional(),
  /** Names of accounts that are asked to publish it with us. */
  collaborators: z.array(z.string().min(1)).default([]),
  /** People in the files. */
  tags: z.array(z.object({ username: z.string().min(1), ...Place })).default([]),
  /** Things of the shop's catalogue in the files. */
  products: z.array(z.object({ id: z.string().min(1), ...Place })).default([]),
  /** The place it is about, by the network's number. */
  location: z.string().min(1).optional(),
  /** Whether it is labelled as a paid partnership. */
  paidPartnership: z.boolean().default(false),
  /** The partners in the label, by the network's number. */
  sponsors: z.array(z.string().min(1)).default([]),
  /** Whether it is labelled as made by a machine. */
  aiGenerated: z.boolean().default(false),
  /** Whether people may comment. */
  comments: z.boolean().default(true),
  /**
   * What the draft answers, where it answers: a `comment` in public or in a `private-reply`, our own
   * `post`, a `mention` of us, or a `message`.
   */
  answers: z.enum(['comment', 'post', 'mention', 'private-reply', 'message']).default('comment'),
});
/** What a publication may ask of Instagram beyond its draft. */
export type InstagramOptions = z.infer<typeof InstagramOptions>;
