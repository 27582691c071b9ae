import { type Account, ConfigurationError, type PlatformIo } from '@affiche/core';
import { platformError } from '../step-result.ts';
import { callBot, diagnoseBot } from './api.ts';
import { type MessageEntity, readMessageId } from './rules.ts';
import type { TelegramEntity } from './settings.ts';
import { Sent } from './wire.ts';

/** What a message is to say from now on. */
export interface TelegramEdit {
  /** The message's id, as its publication gave it: `-1001234567890/57`. */
  readonly id: string;
  readonly text: string;
  /** The spans of the new text. */
  readonly entities?: readonly Omit<TelegramEntity, 'item'>[];
  /** Whether it is the caption of a file. */
  readonly caption?: boolean;
}

/**
 * Replaces the text of a message, or the caption of its file. Twice is the same as once.
 *
 * @throws ConfigurationError `invalid-message` when the id names no message; PlatformError
 *   `platform-call-failed` when Telegram refuses.
 */
export async function editText(
  account: Account,
  { id, text, entities = [], caption = false }: TelegramEdit,
  io: PlatformIo,
): Promise<void> {
  const name = readMessageId(id);
  if (!name) {
    throw new ConfigurationError('invalid-message', {
      message: `"${id}" is no message of Telegram`,
      hint: 'Name it as the publication does, such as -1001234567890/57.',
    });
  }
  const spans = entities.map(({ emoji, type, offset, length, url, language }): MessageEntity => ({
    type,
    offset,
    length,
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(emoji !== undefined && { custom_emoji_id: emoji }),
  }));
  const call = {
    name: caption ? 'editMessageCaption' : 'editMessageText',
    method: 'post',
    json: {
      chat_id: name.chat ?? account.id,
      message_id: name.message,
      ...(caption ? { caption: text, caption_entities: spans } : { text, entities: spans }),
    },
    result: Sent,
    timeoutSeconds: 30,
  } as const;
  const answer = await callBot(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseBot(answer, call, io);
  // It says so already.
  if (diagnosis.failure.kind !== 'duplicate') throw platformError(diagnosis);
}
