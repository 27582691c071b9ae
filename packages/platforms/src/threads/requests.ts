import { z } from 'zod';

// What the compiler writes into steps and the runner reads back, perhaps days later, from a file.

/** A container as `POST /{user}/threads` takes it; numbers and truths as text, as in a form. */
export const ContainerFields = z.object({
  media_type: z.enum(['TEXT', 'IMAGE', 'VIDEO', 'CAROUSEL']),
  text: z.string().optional(),
  image_url: z.string().optional(),
  video_url: z.string().optional(),
  is_carousel_item: z.string().optional(),
  children: z.array(z.string()).optional(),
  alt_text: z.string().optional(),
  reply_to_id: z.string().optional(),
  reply_control: z.string().optional(),
  link_attachment: z.string().optional(),
  quote_post_id: z.string().optional(),
  poll_attachment: z.string().optional(),
  topic_tag: z.string().optional(),
  text_attachment: z.string().optional(),
  text_entities: z.string().optional(),
  gif_attachment: z.string().optional(),
  is_spoiler_media: z.string().optional(),
  is_ghost_post: z.string().optional(),
  enable_reply_approvals: z.string().optional(),
  crossreshare_to_ig: z.string().optional(),
  location_id: z.string().optional(),
  allowlisted_country_codes: z.string().optional(),
});
export type ContainerFields = z.infer<typeof ContainerFields>;

/** What is published, and what tells its post from others if the answer is lost. */
export const PublishRequest = z.object({
  creation_id: z.string(),
  text: z.string(),
  replyTo: z.string().optional(),
  quotes: z.boolean(),
});
export type PublishRequest = z.infer<typeof PublishRequest>;
