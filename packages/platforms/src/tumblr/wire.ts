import { instant } from '@affiche/core';
import { z } from 'zod';

// Only the fields that we read, inside the envelope that every answer has.

const count = z.int().nonnegative().nullish().catch(undefined);

/** A no, with numbers of its own beside the status. */
export const Refusal = z.object({
  meta: z.object({ status: z.int(), msg: z.string() }),
  errors: z
    .array(
      z.object({
        title: z.string().optional(),
        detail: z.string().optional(),
        code: z.int().optional(),
      }),
    )
    .optional()
    .catch(undefined),
});

export const Created = z.object({ response: z.object({ id: z.string() }) });

const Block = z.object({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
});

const Post = z.object({
  id_string: z.string(),
  post_url: z.string().optional(),
  timestamp: z
    .number()
    .transform((seconds) => instant(seconds * 1000))
    .optional(),
  content: z.array(Block).default([]),
});
export type Post = z.infer<typeof Post>;

export const Posts = z.object({ response: z.object({ posts: z.array(Post) }) });

/** A post that was asked for by its number. */
export const Fetched = z.object({ response: z.object({ content: z.array(Block).default([]) }) });

export const UserInfo = z.object({
  response: z.object({ user: z.object({ blogs: z.array(z.object({ name: z.string() })) }) }),
});

export const Notes = z.object({
  response: z.object({ total_likes: count, total_reblogs: count }),
});

export const Followers = z.object({ response: z.object({ total_users: count }) });

export const Nothing = z.unknown();
