import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { callDiscord, diagnoseDiscord, type Discord, messagesPath } from './api.ts';
import { PostRequest } from './requests.ts';
import { messageId } from './rules.ts';
import { Message } from './wire.ts';

/** Runs one step. */
export const run = stepRunner('discord', { 'create-message': createMessage });

async function createMessage(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  discord: Discord,
): Promise<StepResult> {
  const request = PostRequest.parse(fillOutputs(step.request, outputs));
  const content = await contentOf(request, io);
  if ('status' in content) return content;
  const { thread } = request;
  const call = {
    method: 'post',
    path: messagesPath(account, io, discord, thread),
    endpoint: 'message',
    // Without waiting a webhook says yes to everything and tells nothing.
    ...(discord.as !== 'bot' && { search: { wait: true, thread_id: thread } }),
    ...content,
    bucket: 'messages',
    answer: Message,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome !== 'answered') return failed(diagnoseDiscord(answer, call, io));
  const { id, channel_id: channel } = answer.body;
  return done(outputOfMessage(answer.body, request), `Discord answered with ${channel}/${id}`);
}

/** What a message leaves behind for those that follow it, and for taking it back. */
export function outputOfMessage(
  { id, channel_id: channel }: Message,
  { guild, thread, body }: Pick<PostRequest, 'guild' | 'thread' | 'body'>,
) {
  const inThread = thread !== undefined || body['thread_name'] !== undefined;
  return {
    id: messageId(channel, id),
    ...(guild !== undefined && { url: `https://discord.com/channels/${guild}/${channel}/${id}` }),
    data: { message: id, channel, ...(inThread && { thread: channel }) },
  };
}

async function contentOf(
  { body, files }: PostRequest,
  io: PlatformIo,
): Promise<{ json: unknown } | { body: FormData } | StepResult> {
  if (files.length === 0) return { json: body };
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body));
  for (const [index, { name, source, mimeType }] of files.entries()) {
    const bytes = await openMediaBytes({ source, mimeType }, io);
    if ('status' in bytes) return bytes;
    form.set(`files[${index}]`, new File([bytes], name, { type: mimeType }));
  }
  return { body: form };
}
