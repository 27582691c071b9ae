import {
  type Account,
  instant,
  type Json,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { callBot, diagnoseBot, parametersOf } from './api.ts';
import { formOf } from './message-form.ts';
import { PinRequest, SendRequest } from './requests.ts';
import { messageId } from './rules.ts';
import { messageUrl } from './message-url.ts';
import { type Message, Sent } from './wire.ts';

/** Where a group has moved to, as its refusal said. */
const Checkpoint = z.object({ chat: z.number() });

/** Runs one step. */
export const run = stepRunner('telegram', {
  'send-message': sendMessage,
  'pin-message': pinMessage,
});

async function sendMessage(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = SendRequest.parse(fillOutputs(step.request, outputs));
  const moved = Checkpoint.safeParse(checkpoint).data;
  const fields: Record<string, Json> = {
    ...request.fields,
    ...(moved && { chat_id: moved.chat }),
  };
  const content = await formOf(fields, request.files, io);
  if ('status' in content) return content;
  const call = {
    name: request.method,
    method: 'post',
    ...content,
    result: Sent,
    bucket: 'messages',
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callBot(account, call, io);
  if (answer.outcome === 'answered') return sent([answer.body.result].flat());
  const { chat } = parametersOf(answer, io);
  // Refused because the group has moved: nothing was sent, and the next try knows where to.
  if (chat !== undefined && !moved) {
    return { status: 'pending', checkpoint: { chat }, notBefore: instant(io.clock.now()) };
  }
  return failed(diagnoseBot(answer, call, io));
}

function sent(messages: readonly Message[]): StepResult {
  const [first] = messages;
  if (!first) throw new TypeError('an album without messages');
  const { chat, message_id: message } = first;
  const data = {
    chat: chat.id,
    message,
    messages: messages.map((each) => each.message_id),
  };
  // Zero is a message that Telegram keeps until its film is ready; nobody learns its number.
  if (message === 0) return done({ data }, 'Telegram sends the message when its film is ready');
  const id = messageId({ chat: chat.id, message });
  const url = messageUrl(chat, message);
  return done({ id, ...(url !== undefined && { url }), data }, `Telegram answered with ${id}`);
}

async function pinMessage(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { chat, message, silent } = PinRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    name: 'pinChatMessage',
    method: 'post',
    json: { chat_id: chat, message_id: message, disable_notification: silent },
    result: z.literal(true),
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callBot(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseBot(answer, call, io));
  return done({ data: { chat, message } }, `Telegram pinned the message ${message}`);
}
