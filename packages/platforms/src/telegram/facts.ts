import { type Account, PlatformError, type PlatformIo } from '@affiche/core';
import { z } from 'zod';
import { readBot } from './api.ts';
import { askChat } from './chat.ts';
import { ChatMember, User } from './wire.ts';

/** What a chat is, and whether the bot may post there. */
export const TelegramFacts = z.object({
  type: z.enum(['private', 'group', 'supergroup', 'channel']).default('channel').catch('channel'),
  title: z.string().optional(),
  username: z.string().optional(),
  /** The group in which a channel is discussed. */
  discussion: z.number().optional(),
  canPost: z.boolean().default(true),
});
/** What a chat is, and whether the bot may post there. */
export type TelegramFacts = z.infer<typeof TelegramFacts>;

/** Asks what the chat is and what the bot may do there. */
export async function readFacts(account: Account, io: PlatformIo): Promise<TelegramFacts> {
  const chat = await readBot(account, askChat(account.id), io);
  const { type, title, username, linked_chat_id: discussion } = chat;
  return TelegramFacts.parse({
    type,
    canPost: type === 'private' || (await mayPost(account, type, io)),
    ...(title !== undefined && { title }),
    ...(username !== undefined && { username }),
    ...(discussion !== undefined && { discussion }),
  });
}

async function mayPost(account: Account, type: string, io: PlatformIo): Promise<boolean> {
  const me = await readBot(
    account,
    { name: 'getMe', method: 'get', result: User, timeoutSeconds: 15 },
    io,
  );
  const member = await readBot(
    account,
    {
      name: 'getChatMember',
      method: 'get',
      search: { chat_id: account.id, user_id: me.id },
      result: ChatMember,
      timeoutSeconds: 15,
    },
    io,
  );
  if (member.status === 'creator') return true;
  if (type === 'channel') return member.status === 'administrator' && !!member.can_post_messages;
  if (member.status === 'restricted') return member.can_send_messages === true;
  return member.status === 'administrator' || member.status === 'member';
}

/**
 * Makes sure that the token is good, and that the bot may post in the chat.
 *
 * @throws PlatformError `platform-call-failed` when it is not, or may not.
 */
export async function verify(account: Account, io: PlatformIo): Promise<void> {
  const { canPost, title = account.id } = await readFacts(account, io);
  if (canPost) return;
  const message = `The bot may not post in ${title}`;
  const hint = 'Make it an administrator with the right to post messages.';
  throw new PlatformError('platform-call-failed', {
    message,
    hint,
    details: { failure: { kind: 'permission', message, hint } },
  });
}
