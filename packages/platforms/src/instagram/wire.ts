import { z } from 'zod';
import { Moment, Paging } from '../meta/wire.ts';

// Only the fields that we read.

const count = z.int().nonnegative().optional().catch(undefined);

/** Who a token opens: with Instagram’s own login `user_id` is the number that addresses take. */
export const Identity = z.object({
  id: z.string().optional(),
  user_id: z.union([z.string(), z.number()]).transform(String).optional(),
  username: z.string().optional(),
  followers_count: count,
  media_count: count,
});
export type Identity = z.infer<typeof Identity>;

/** A container, and where its file goes if it is sent. */
export const NewContainer = z.object({ id: z.string(), uri: z.string().optional() });

/** What became of a container; `status` holds a sentence with a code where it failed. */
export const Container = z.object({ status_code: z.string(), status: z.string().nullish() });

/** What a post is now. */
export const Medium = z.object({
  id: z.string(),
  caption: z.string().nullish(),
  media_type: z.string().optional(),
  media_product_type: z.string().optional(),
  permalink: z.string().optional(),
  timestamp: Moment.optional().catch(undefined),
  username: z.string().optional(),
  like_count: count,
  comments_count: count,
});
export type Medium = z.infer<typeof Medium>;

export const Media = z.object({ data: z.array(Medium), paging: Paging });
export type Media = z.infer<typeof Media>;

const Author = z.object({ id: z.string(), username: z.string().optional() });

const Reply = z.object({
  id: z.string(),
  text: z.string().default(''),
  username: z.string().optional(),
  from: Author.optional().catch(undefined),
  timestamp: Moment,
  hidden: z.boolean().optional(),
});
/** What somebody said under a post, and what others said to that. */
export const Comment = Reply.extend({
  replies: z
    .object({ data: z.array(Reply) })
    .optional()
    .catch(undefined),
});
export type Comment = z.infer<typeof Comment>;

export const Comments = z.object({ data: z.array(Comment), paging: Paging });

export const PublishingLimit = z.object({
  data: z
    .array(
      z.object({
        quota_usage: count,
        config: z
          .object({ quota_total: z.int().nonnegative(), quota_duration: z.number().positive() })
          .optional()
          .catch(undefined),
      }),
    )
    .min(1),
});
export type PublishingLimit = z.infer<typeof PublishingLimit>;

/** An answer to a message, which names the message and not a post. */
export const Sent = z.object({
  message_id: z.string().optional(),
  recipient_id: z.string().optional(),
});
export type Sent = z.infer<typeof Sent>;
