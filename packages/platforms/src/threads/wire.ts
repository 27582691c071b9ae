import { z } from 'zod';
import { Made, Moment, Paging } from '../meta/wire.ts';

export { Made, Nothing } from '../meta/wire.ts';

// Only the fields that we read.

const count = z.int().nonnegative().optional().catch(undefined);

export const Me = z.object({ id: z.string(), username: z.string().optional() });

/** What became of a container. */
export const Container = z.object({ status: z.string(), error_message: z.string().nullish() });

export const Post = z.object({
  id: z.string(),
  text: z.string().optional(),
  permalink: z.string().optional(),
  timestamp: Moment,
  media_type: z.string().optional(),
  is_quote_post: z.boolean().optional(),
  username: z.string().optional(),
  is_reply_owned_by_me: z.boolean().optional(),
  replied_to: Made.optional().catch(undefined),
  root_post: Made.optional().catch(undefined),
});
export type Post = z.infer<typeof Post>;

export const Posts = z.object({
  data: z.array(Post),
  paging: Paging,
});

const Quota = z.object({ quota_total: z.number(), quota_duration: z.number() });

export const PublishingLimit = z.object({
  data: z
    .array(
      z.object({
        quota_usage: count,
        config: Quota.optional().catch(undefined),
        reply_quota_usage: count,
        reply_config: Quota.optional().catch(undefined),
      }),
    )
    .min(1),
});
