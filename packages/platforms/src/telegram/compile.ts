import type { Composition, DraftItem, Json, Step } from '@affiche/core';
import { outputOf, referencedSteps } from '../output-reference.ts';
import { answeredItem } from '../thread-order.ts';
import type { TelegramFacts } from './facts.ts';
import { contentOf } from './message-fields.ts';
import { readMessageId } from './rules.ts';
import type { TelegramOptions } from './settings.ts';

type Telegram = Composition<TelegramOptions, TelegramFacts>;

/** Turns a draft into steps: one message after the other, each with its files, and perhaps a pin. */
export function compile(composition: Telegram): Step[] {
  const { draft, options } = composition;
  const messages = draft.items.map((item, index) => messageStep(composition, item, index));
  return options.pin ? [...messages, pinStep(options)] : messages;
}

function messageStep(composition: Telegram, item: DraftItem, index: number): Step {
  const { draft, options } = composition;
  const { method, fields, files } = contentOf(draft, item, index, options);
  const request = {
    method,
    fields: {
      ...placeOf(composition, index),
      ...fields,
      ...(options.silent && { disable_notification: true }),
      ...(options.protected && { protect_content: true }),
    },
    files,
  };
  return {
    id: `post-${index}`,
    kind: 'send-message',
    item: index,
    visibility: 'public',
    // A bot sees nothing of what it posted, and a message has no key.
    recognition: 'none',
    needs: referencedSteps(request),
    // Every file of an album counts as a message.
    costs: [{ bucket: 'messages', points: Math.max(1, files.length) }],
    timeoutSeconds: files.length > 0 ? 300 : 30,
    settleSeconds: 0,
    request,
  };
}

/** Where a message goes: the chat of the account, or of the message that it answers. */
function placeOf({ account, draft, options }: Telegram, index: number): Record<string, Json> {
  const topic = options.topic === undefined ? {} : { message_thread_id: options.topic };
  const answered = answeredItem(draft, index);
  if (answered !== undefined) {
    const parent = `post-${answered}`;
    return {
      // A group that became a supergroup has another id from then on, which only the answer tells.
      chat_id: outputOf(parent, 'data', 'chat'),
      ...topic,
      reply_parameters: { message_id: outputOf(parent, 'data', 'message') },
    };
  }
  const parent = draft.replyTo && readMessageId(draft.replyTo.id);
  return {
    chat_id: parent?.chat ?? chatIdOf(account.id),
    ...topic,
    ...(parent && { reply_parameters: { message_id: parent.message } }),
  };
}

/** A chat's number, or the `@name` of a public one. */
function chatIdOf(id: string): string | number {
  return /^-?\d+$/.test(id) ? Number(id) : id;
}

function pinStep({ silent }: TelegramOptions): Step {
  return {
    id: 'pin-0',
    kind: 'pin-message',
    visibility: 'public',
    recognition: 'evidence',
    needs: ['post-0'],
    costs: [{ bucket: 'requests', points: 1 }],
    timeoutSeconds: 30,
    settleSeconds: 1,
    request: {
      chat: outputOf('post-0', 'data', 'chat'),
      message: outputOf('post-0', 'data', 'message'),
      silent,
    },
  };
}
