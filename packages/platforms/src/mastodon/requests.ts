import { Instant, MediaSource } from '@affiche/core';
import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

export const UploadRequest = z.object({
  source: MediaSource,
  mimeType: z.string(),
  description: z.string().optional(),
  focus: z.string().optional(),
  thumbnail: z.object({ source: MediaSource, mimeType: z.string() }).optional(),
});

/** A post as `POST /api/v1/statuses` takes it. */
export const StatusBody = z.object({
  status: z.string(),
  media_ids: z.array(z.string()).optional(),
  poll: z
    .object({
      options: z.array(z.string()),
      expires_in: z.int(),
      multiple: z.boolean(),
      hide_totals: z.boolean(),
    })
    .optional(),
  in_reply_to_id: z.string().optional(),
  quoted_status_id: z.string().optional(),
  quote_approval_policy: z.string().optional(),
  sensitive: z.boolean(),
  spoiler_text: z.string().optional(),
  visibility: z.string(),
  language: z.string().optional(),
  scheduled_at: Instant.optional(),
});
/** A post as `POST /api/v1/statuses` takes it. */
export type StatusBody = z.infer<typeof StatusBody>;

export const PostRequest = z.object({ idempotencyKey: z.string(), body: StatusBody });

/** A post that is there, and what it is to say. */
export const EditRequest = z.object({ id: z.string(), body: StatusBody });

/** A post that a server may keep for later, and the step that gave it to the server. */
export const FindRequest = z.object({ created: z.string(), body: StatusBody });

/** A post as it was compiled, before its files had names. */
export const CompiledPost = z.object({
  body: StatusBody.extend({ media_ids: z.array(z.unknown()).optional() }),
});
