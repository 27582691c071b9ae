import {
  type Account,
  ConfigurationError,
  type PlatformIo,
  type Step,
  type StepOutput,
} from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callDiscord, diagnoseDiscord, type Discord, messagePath } from './api.ts';
import { readMessageId } from './rules.ts';
import { Message, Nothing } from './wire.ts';

const SentData = z.object({ message: z.string(), thread: z.string().optional() });

/** Deletes a message. */
export async function undo(
  account: Account,
  { kind }: Step,
  { data }: StepOutput,
  io: PlatformIo,
  discord: Discord,
): Promise<void> {
  const sent = SentData.safeParse(data).data;
  if (kind !== 'create-message' || !sent) return;
  const call = {
    method: 'delete',
    path: messagePath(account, io, discord, sent),
    endpoint: 'message/:id',
    ...threadOf(sent.thread, discord),
    answer: Nothing,
    timeoutSeconds: 30,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseDiscord(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}

/** What a message is to say from now on. */
export interface DiscordEdit {
  /** The message's id, as its publication gave it: `1234567890/2345678901`. */
  readonly id: string;
  readonly text: string;
  /** Whether the message is in a thread. */
  readonly inThread?: boolean;
}

/**
 * Replaces the text of a message, and calls nobody. Twice is the same as once.
 *
 * @throws ConfigurationError `invalid-message` when the id names no message; PlatformError
 *   `platform-call-failed` when Discord refuses.
 */
export async function editText(
  account: Account,
  { id, text, inThread = false }: DiscordEdit,
  io: PlatformIo,
  discord: Discord,
): Promise<void> {
  const name = readMessageId(id);
  if (!name) {
    throw new ConfigurationError('invalid-message', {
      message: `"${id}" is no message of Discord`,
      hint: 'Name it as the publication does, such as 1234567890/2345678901.',
    });
  }
  const thread = inThread ? name.channel : undefined;
  const call = {
    method: 'patch',
    path: messagePath(account, io, discord, { message: name.message, thread }),
    endpoint: 'message/:id',
    ...threadOf(thread, discord),
    json: { content: text, allowed_mentions: { parse: [] } },
    answer: Message,
    timeoutSeconds: 30,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome !== 'answered') throw platformError(diagnoseDiscord(answer, call, io));
}

function threadOf(thread: string | undefined, { as }: Discord) {
  return thread === undefined || as === 'bot' ? {} : { search: { thread_id: thread } };
}
