import { z } from 'zod';

// Only the fields that we read.

const Chat = z.object({
  id: z.number(),
  type: z.string(),
  title: z.string().optional(),
  username: z.string().optional(),
});

export const User = z.object({
  id: z.number(),
  is_bot: z.boolean(),
  first_name: z.string(),
  last_name: z.string().optional(),
  username: z.string().optional(),
  language_code: z.string().optional(),
});

/** What a message answers. */
const Answered = z.object({
  message_id: z.number(),
  from: User.optional(),
  is_automatic_forward: z.boolean().optional(),
  forward_origin: z
    .object({ chat: Chat.optional(), message_id: z.number().optional() })
    .optional()
    .catch(undefined),
});

export const Message = z.object({
  message_id: z.number(),
  date: z.number(),
  chat: Chat,
  from: User.optional(),
  sender_chat: Chat.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  is_automatic_forward: z.boolean().optional(),
  reply_to_message: Answered.optional(),
});
export type Message = z.infer<typeof Message>;

/** One message, or those of an album. */
export const Sent = z.union([Message, z.array(Message).min(1)]);

export const ChatInfo = Chat.extend({
  linked_chat_id: z.number().optional(),
  pinned_message: z.object({ message_id: z.number() }).optional().catch(undefined),
});

export const ChatMember = z.object({
  status: z.string(),
  can_post_messages: z.boolean().optional(),
  can_send_messages: z.boolean().optional(),
});

export const Update = z.object({ update_id: z.number(), message: Message.optional() });
export type Update = z.infer<typeof Update>;

/** The envelope of a refusal. */
export const Refusal = z.object({
  ok: z.literal(false),
  error_code: z.number(),
  description: z.string().default(''),
  parameters: z
    .object({ retry_after: z.number().optional(), migrate_to_chat_id: z.number().optional() })
    .optional()
    .catch(undefined),
});
