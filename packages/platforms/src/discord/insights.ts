import type { Account, PlatformIo, PublishedPost, Reading } from '@affiche/core';
import { aboutPost, countReading } from '../readings.ts';
import { platformError } from '../step-result.ts';
import { callDiscord, diagnoseDiscord, type Discord, messagePath } from './api.ts';
import { readFacts } from './facts.ts';
import { readMessageId } from './rules.ts';
import { Message } from './wire.ts';

/** How many reacted to each message: nothing else is counted. */
export async function readInsights(
  account: Account,
  posts: readonly PublishedPost[],
  io: PlatformIo,
  discord: Discord,
): Promise<Reading[]> {
  if (posts.length === 0) return [];
  const { channel } = await readFacts(account, io, discord);
  const readings: Reading[] = [];
  for (const post of posts) {
    const message = await findMessage(account, post.id, channel, io, discord);
    if (!message) continue;
    const reactions = (message.reactions ?? []).reduce((sum, { count }) => sum + count, 0);
    readings.push(...countReading('reactions', reactions, aboutPost(account, post, io)));
  }
  return readings;
}

/** A message, or nothing where it was deleted: one of them must not hide the numbers of the others. */
async function findMessage(
  account: Account,
  id: string,
  own: string | undefined,
  io: PlatformIo,
  discord: Discord,
): Promise<Message | undefined> {
  const name = readMessageId(id);
  if (!name) return undefined;
  const thread = name.channel === own ? undefined : name.channel;
  const call = {
    method: 'get',
    path: messagePath(account, io, discord, { message: name.message, thread }),
    endpoint: 'message/:id',
    ...(thread !== undefined && discord.as !== 'bot' && { search: { thread_id: thread } }),
    answer: Message,
    timeoutSeconds: 15,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome === 'answered') return answer.body;
  const diagnosis = diagnoseDiscord(answer, call, io);
  if (diagnosis.failure.kind === 'gone') return undefined;
  throw platformError(diagnosis);
}
