import type { Account, PlatformIo, Step, StepOutput } from '@affiche/core';
import { z } from 'zod';
import { platformError } from '../step-result.ts';
import { callBot, diagnoseBot } from './api.ts';

const SentData = z.object({ chat: z.number(), messages: z.array(z.number()).min(1) });

/** Deletes a message, or all of an album. A pin goes with its message. */
export async function undo(
  account: Account,
  { kind }: Step,
  { data }: StepOutput,
  io: PlatformIo,
): Promise<void> {
  const sent = SentData.safeParse(data).data;
  if (kind !== 'send-message' || !sent) return;
  await deleteMessages(account, sent, io);
}

/** Deletes messages of a chat. What is gone already is left out by Telegram itself. */
export async function deleteMessages(
  account: Account,
  { chat, messages }: z.infer<typeof SentData>,
  io: PlatformIo,
): Promise<void> {
  const call = {
    name: 'deleteMessages',
    method: 'post',
    json: { chat_id: chat, message_ids: messages },
    result: z.literal(true),
    timeoutSeconds: 30,
  } as const;
  const answer = await callBot(account, call, io);
  if (answer.outcome === 'answered') return;
  const diagnosis = diagnoseBot(answer, call, io);
  // Gone is what was asked for.
  if (diagnosis.failure.kind !== 'gone') throw platformError(diagnosis);
}
