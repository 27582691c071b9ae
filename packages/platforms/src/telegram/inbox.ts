import { epochMilliseconds, type Inbox } from '@affiche/core';
import { z } from 'zod';
import { readBot } from './api.ts';
import { askChat } from './chat.ts';
import { readMessageId } from './rules.ts';
import { deleteMessages } from './undo.ts';
import { itemsOf } from './updates.ts';
import { Update } from './wire.ts';

const pageSize = 100;

/**
 * What people write in a group, and under the posts of a channel. Telegram keeps updates for a day, and
 * forgets a page when the next one is asked for. Hiding is deleting: there is nothing between.
 */
export const inbox = {
  async list(account, { since, cursor }, io) {
    const { id: chat, linked_chat_id: discussion } = await readBot(
      account,
      askChat(account.id),
      io,
    );
    const updates = await readBot(
      account,
      {
        name: 'getUpdates',
        method: 'get',
        search: { limit: pageSize, offset: cursor, allowed_updates: '["message"]' },
        result: z.array(Update),
        timeoutSeconds: 30,
      },
      io,
    );
    const from = since === undefined ? -Infinity : epochMilliseconds(since);
    const last = updates.length >= pageSize ? updates.at(-1)?.update_id : undefined;
    return {
      items: updates
        .flatMap((update) => itemsOf(update, { chat, discussion }))
        .filter(({ createdAt }) => epochMilliseconds(createdAt) >= from),
      ...(last !== undefined && { cursor: String(last + 1) }),
    };
  },
  async hide(account, item, io) {
    const name = readMessageId(item.id);
    if (name?.chat === undefined) return;
    await deleteMessages(account, { chat: name.chat, messages: [name.message] }, io);
  },
} satisfies Inbox;
