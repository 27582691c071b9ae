import { z } from 'zod';

// Only the fields that we read.

// The network takes back what robots did, so that a count may be below zero.
const count = z.int().optional().catch(undefined);
const moment = z.int().nonnegative().optional().catch(undefined);

export const Post = z.object({
  id: z.string(),
  author: z.string().optional(),
  commentary: z.string().default(''),
  publishedAt: moment,
  createdAt: moment,
  lifecycleState: z.string().optional(),
  reshareContext: z.object({ parent: z.string() }).optional().catch(undefined),
});
export type Post = z.infer<typeof Post>;

export const Posts = z.object({ elements: z.array(Post) });
export type Posts = z.infer<typeof Posts>;

export const Comment = z.object({
  id: z.union([z.string(), z.int()]).transform(String),
  actor: z.string(),
  object: z.string().optional(),
  message: z.object({ text: z.string().default('') }),
  created: z.object({ time: z.int().nonnegative() }),
  parentComment: z.string().optional(),
  commentUrn: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;

export const Comments = z.object({ elements: z.array(Comment) });
export type Comments = z.infer<typeof Comments>;

/** Where the bytes of a new file go. */
export const Initialized = z.object({
  value: z.object({
    image: z.string().optional(),
    document: z.string().optional(),
    video: z.string().optional(),
    uploadUrl: z.string().optional(),
    uploadToken: z.string().optional(),
    uploadInstructions: z
      .array(
        z.object({
          uploadUrl: z.string(),
          firstByte: z.int().nonnegative(),
          lastByte: z.int().nonnegative(),
        }),
      )
      .optional(),
  }),
});

/** What became of a file. */
export const File = z.object({ status: z.string() });

export const Roles = z.object({
  elements: z.array(
    z.object({
      role: z.string(),
      state: z.string().optional(),
      organization: z.string().optional(),
      organizationTarget: z.string().optional(),
    }),
  ),
});

export type Roles = z.infer<typeof Roles>;

export const Me = z.object({ sub: z.string() });

export const Statistics = z.object({
  elements: z.array(
    z.object({
      share: z.string().optional(),
      ugcPost: z.string().optional(),
      totalShareStatistics: z.object({
        impressionCount: count,
        uniqueImpressionsCount: count,
        clickCount: count,
        likeCount: count,
        commentCount: count,
        shareCount: count,
      }),
    }),
  ),
});
export type Statistics = z.infer<typeof Statistics>;

export const NetworkSize = z.object({ firstDegreeSize: count });

/** What others did that concerns an organization. */
export const Notifications = z.object({
  elements: z.array(
    z.object({
      generatedActivity: z.string().optional(),
      lastModifiedAt: z.int().nonnegative(),
      decoratedGeneratedActivity: z
        .object({
          share: z.object({ owner: z.string(), text: z.string().optional() }).optional(),
        })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** One number of a member's post. */
export const Analytics = z.object({ elements: z.array(z.object({ count })) });

/** Who came to a page, day by day. */
export const FollowerStatistics = z.object({
  elements: z.array(
    z.object({
      followerGains: z
        .object({ organicFollowerGain: count, paidFollowerGain: count })
        .optional()
        .catch(undefined),
    }),
  ),
});

/** How often a page was looked at, day by day. */
export const PageStatistics = z.object({
  elements: z.array(
    z.object({
      totalPageStatistics: z.object({
        views: z.object({ allPageViews: z.object({ pageViews: count }) }),
      }),
    }),
  ),
});

export const Token = z.object({
  access_token: z.string(),
  expires_in: z.number().optional(),
  refresh_token: z.string().optional(),
  refresh_token_expires_in: z.number().optional(),
});

export const Nothing = z.unknown();
