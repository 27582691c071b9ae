import { z } from 'zod';
import { Made, Moment, Paging } from '../meta/wire.ts';

// Only the fields that we read.

const Author = z.object({ id: z.string(), name: z.string().optional() });
const Count = z
  .object({ summary: z.object({ total_count: z.int().nonnegative() }) })
  .optional()
  .catch(undefined);

/** A page as it is asked for itself. */
export const Page = z.object({
  id: z.string(),
  name: z.string().optional(),
  followers_count: z.int().nonnegative().optional(),
});

/** What a story or a film became. */
export const Published = z.object({
  success: z.boolean().optional(),
  post_id: z.coerce.string().optional(),
});

/** A film that was announced, and where it goes. */
export const Started = z.object({
  video_id: z.coerce.string(),
  upload_session_id: z.coerce.string().optional(),
  start_offset: z.coerce.number().optional(),
  end_offset: z.coerce.number().optional(),
  upload_url: z.string().optional(),
});

/** Which bytes of a film the server wants next. */
export const Offsets = z.object({
  start_offset: z.coerce.number(),
  end_offset: z.coerce.number(),
});

const Phase = z.object({
  status: z.string().optional(),
  bytes_transfered: z.coerce.number().optional(),
  publish_status: z.string().optional(),
  errors: z
    .array(z.object({ message: z.string().optional() }))
    .optional()
    .catch(undefined),
});

/** Where a film stands. */
export const Video = z.object({
  id: z.string(),
  post_id: z.coerce.string().optional(),
  permalink_url: z.string().optional(),
  status: z.object({
    video_status: z.string(),
    uploading_phase: Phase.optional(),
    processing_phase: Phase.optional(),
    publishing_phase: Phase.optional(),
  }),
});
export type Video = z.infer<typeof Video>;

const Attachment = z.object({
  url: z.string().optional(),
  unshimmed_url: z.string().optional(),
  target: z.object({ id: z.string().optional() }).optional(),
});

/** A post of a page. */
export const Post = z.object({
  id: z.string(),
  message: z.string().default(''),
  created_time: Moment,
  scheduled_publish_time: z.coerce.number().optional(),
  permalink_url: z.string().optional(),
  from: Author.optional(),
  attachments: z
    .object({
      data: z.array(
        Attachment.extend({ subattachments: z.object({ data: z.array(Attachment) }).optional() }),
      ),
    })
    .optional()
    .catch(undefined),
});
export type Post = z.infer<typeof Post>;

export const Posts = z.object({ data: z.array(Post), paging: Paging });

/** A comment; who wrote it is told to pages alone. */
export const Comment = z.object({
  id: z.string(),
  message: z.string().default(''),
  from: Author.optional().catch(undefined),
  created_time: Moment,
  parent: Made.optional().catch(undefined),
  permalink_url: z.string().optional(),
});
export type Comment = z.infer<typeof Comment>;

export const Comments = z.object({ data: z.array(Comment), paging: Paging });

/** A message that was sent. */
export const Sent = z.object({ message_id: z.string() });

const Message = z.object({
  id: z.string(),
  message: z.string().default(''),
  from: Author.optional().catch(undefined),
  to: z
    .object({ data: z.array(Author) })
    .optional()
    .catch(undefined),
  created_time: Moment,
});
type Message = z.infer<typeof Message>;

/** What was said in private, the latest first. */
export const Conversations = z.object({
  data: z.array(z.object({ messages: z.object({ data: z.array(Message) }).optional() })),
});

/** Stories that a page shows or showed. */
export const Stories = z.object({
  data: z.array(
    z.object({
      post_id: z.string(),
      media_id: z.string().optional(),
      url: z.string().optional(),
      creation_time: z.coerce.number().optional(),
    }),
  ),
});

/** The plain counts of a post. */
export const Counts = z.object({
  shares: z.object({ count: z.int().nonnegative() }).optional().catch(undefined),
  reactions: Count,
  comments: Count,
});
