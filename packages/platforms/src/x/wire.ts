import { z } from 'zod';

// Only the fields that we read. X renamed some of them in August 2026: both names are read.

const count = z.int().nonnegative().optional().catch(undefined);

export const Created = z.object({ data: z.object({ id: z.string() }) });

export const Me = z.object({
  data: z.object({
    id: z.string(),
    username: z.string().optional(),
    subscription_type: z.string().optional().catch(undefined),
    public_metrics: z
      .object({ followers_count: count, tweet_count: count, post_count: count })
      .optional(),
  }),
});

const Reference = z.object({ type: z.string(), id: z.string() });
const Entities = z.object({
  urls: z.array(z.object({ url: z.string(), expanded_url: z.string().optional() })).optional(),
});
const Long = z.object({ text: z.string(), entities: Entities.optional() });
const Metrics = z.object({
  impression_count: count,
  like_count: count,
  reply_count: count,
  retweet_count: count,
  repost_count: count,
  quote_count: count,
  bookmark_count: count,
  url_link_clicks: count,
  user_profile_clicks: count,
  engagements: count,
});

export const Post = z.object({
  id: z.string(),
  text: z.string(),
  created_at: z.iso.datetime({ offset: true }).optional(),
  entities: Entities.optional().catch(undefined),
  note_tweet: Long.optional().catch(undefined),
  note_post: Long.optional().catch(undefined),
  referenced_tweets: z.array(Reference).optional(),
  referenced_posts: z.array(Reference).optional(),
  author_id: z.string().optional(),
  conversation_id: z.string().optional(),
  in_reply_to_user_id: z.string().optional(),
  lang: z.string().optional(),
  public_metrics: Metrics.optional().catch(undefined),
  non_public_metrics: Metrics.optional().catch(undefined),
});
export type Post = z.infer<typeof Post>;

/** Whom an answer is about. */
export const Includes = z
  .object({
    users: z
      .array(z.object({ id: z.string(), username: z.string(), name: z.string().optional() }))
      .optional(),
  })
  .optional();

export const Posts = z.object({
  data: z.array(Post).default([]),
  includes: Includes,
  meta: z.object({ next_token: z.string().optional() }).optional(),
});
export type Posts = z.infer<typeof Posts>;

/** What the network makes of a file. */
export const Upload = z.object({
  data: z.object({
    id: z.string(),
    processing_info: z
      .object({
        state: z.string(),
        check_after_secs: z.number().optional(),
        error: z.object({ message: z.string().optional(), name: z.string().optional() }).optional(),
      })
      .optional(),
  }),
});
export type Upload = z.infer<typeof Upload>;

export const Token = z.object({
  access_token: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
});

export const Nothing = z.unknown();
