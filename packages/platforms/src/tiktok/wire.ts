import { z } from 'zod';

// Only the fields that we read.

const count = z.int().nonnegative().optional().catch(undefined);

export const CreatorInfo = z.object({
  data: z.object({
    creator_username: z.string().optional(),
    creator_nickname: z.string().optional(),
    privacy_level_options: z.array(z.string()).optional(),
    comment_disabled: z.boolean().optional(),
    duet_disabled: z.boolean().optional(),
    stitch_disabled: z.boolean().optional(),
    max_video_post_duration_sec: z.number().positive().optional(),
  }),
});

/** A post on its way, and where its bytes go. */
export const Begun = z.object({
  data: z.object({ publish_id: z.string().min(1), upload_url: z.string().optional() }),
});

const PostId = z.union([z.string(), z.number()]).transform(String);

export const PublishStatus = z.object({
  data: z.object({
    status: z.string(),
    fail_reason: z.string().optional(),
    uploaded_bytes: count,
    // Spelled so by the network.
    publicaly_available_post_id: z.array(PostId).optional(),
  }),
});
export type PublishStatus = z.infer<typeof PublishStatus>['data'];

const Video = z.object({
  id: z.string(),
  title: z.string().optional(),
  video_description: z.string().optional(),
  create_time: z.number().optional(),
  share_url: z.string().optional(),
  like_count: count,
  comment_count: count,
  share_count: count,
  view_count: count,
});

export const Videos = z.object({
  data: z.object({
    videos: z.array(Video),
    cursor: z.number().optional(),
    has_more: z.boolean().optional(),
  }),
});

export const User = z.object({
  data: z.object({
    user: z.object({
      open_id: z.string().optional(),
      display_name: z.string().optional(),
      follower_count: count,
      video_count: count,
    }),
  }),
});

export const Nothing = z.unknown();
