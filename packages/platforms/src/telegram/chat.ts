import type { z } from 'zod';
import type { BotCall } from './api.ts';
import { ChatInfo } from './wire.ts';

/** Asks what a chat is. */
export function askChat(chat: string | number): BotCall<z.infer<typeof ChatInfo>> {
  return {
    name: 'getChat',
    method: 'get',
    search: { chat_id: chat },
    result: ChatInfo,
    timeoutSeconds: 15,
  };
}
