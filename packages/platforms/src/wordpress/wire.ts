import { z } from 'zod';

// Only the fields that we read.

export const Post = z.object({
  id: z.int(),
  slug: z.string(),
  status: z.string(),
  link: z.string().optional(),
});
export type Post = z.infer<typeof Post>;

/** A post as those see it who may edit it. */
export const WrittenPost = Post.omit({ link: true }).extend({
  title: z.object({ raw: z.string() }),
  content: z.object({ raw: z.string() }),
});
export type WrittenPost = z.infer<typeof WrittenPost>;

export const Upload = z.object({ id: z.int(), source_url: z.string() });

export const Term = z.object({ id: z.int(), name: z.string() });

export const Comment = z.object({
  id: z.int(),
  post: z.int(),
  parent: z.int(),
  author: z.int().default(0),
  author_name: z.string().default(''),
  date_gmt: z.string(),
  status: z.string().default('approved'),
  link: z.string().optional(),
  content: z.object({ rendered: z.string() }),
});
export type Comment = z.infer<typeof Comment>;

export const Site = z.object({ name: z.string().optional(), url: z.string().optional() });

export const Me = z.object({
  id: z.int(),
  slug: z.string().optional(),
  username: z.string().optional(),
  name: z.string().optional(),
  capabilities: z.record(z.string(), z.unknown()).optional().catch(undefined),
});

export const Refusal = z.object({
  code: z.union([z.string(), z.number()]).transform(String),
  message: z.string().default(''),
  data: z.object({ term_id: z.int().optional() }).nullish().catch(undefined),
});

export const Nothing = z.unknown();
