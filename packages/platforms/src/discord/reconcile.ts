import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
} from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { callDiscord, diagnoseDiscord, type Discord } from './api.ts';
import { MessageWords, PostRequest } from './requests.ts';
import { snowflakeAt } from './rules.ts';
import { outputOfMessage } from './run.ts';
import { Me, Message } from './wire.ts';

const pageSize = 100;
// Their clock and ours.
const driftMilliseconds = 30_000;

/** Looks for a message among those of its channel, where a bot may read them. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  discord: Discord,
): Promise<Reconciled> {
  if (discord.as !== 'bot' && !discord.canLook) {
    return doubt('A webhook cannot list messages: look into the channel yourself');
  }
  const request = PostRequest.parse(fillOutputs(step.request, outputs));
  const words = MessageWords.parse(request.body);
  const bot = discord.as === 'bot';
  const channel = request.thread ?? (bot ? account.id : request.channel);
  if (words.thread_name !== undefined || channel === undefined) {
    return doubt('Nobody knows in which thread the message would be: look into the forum yourself');
  }
  const author = bot ? await ownId(account, io, discord) : account.id;
  if (typeof author !== 'string') return author;
  const call = {
    method: 'get',
    path: `/channels/${channel}/messages`,
    endpoint: 'messages',
    search: {
      limit: pageSize,
      after: snowflakeAt(epochMilliseconds(armedAt) - driftMilliseconds),
    },
    asBot: true,
    answer: z.array(Message),
    timeoutSeconds: 30,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome !== 'answered') return unanswered(diagnoseDiscord(answer, call, io));
  const own = answer.body.filter((message) =>
    bot ? message.author?.id === author : message.webhook_id === author,
  );
  const matches = own.filter((message) => says(message, words));
  const [match] = matches;
  if (matches.length === 1 && match) {
    const statement = `the channel shows the message ${match.id}, which says the same`;
    return { status: 'applied', output: outputOfMessage(match, request), evidence: { statement } };
  }
  if (matches.length > 1) return doubt(`${matches.length} messages say the same`);
  if (own.some(isSilent)) return doubt('The bot may not read what messages say');
  if (answer.body.length >= pageSize) return doubt('The channel is too busy to look through');
  return {
    status: 'absent',
    evidence: { statement: `none of ${own.length} messages since then says the same` },
  };
}

function says({ content, attachments, poll }: Message, words: MessageWords): boolean {
  return (
    content === (words.content ?? '') &&
    attachments.length === (words.attachments ?? []).length &&
    (poll?.question.text ?? undefined) === words.poll?.question.text
  );
}

/** Without its permission to read contents, Discord shows a bot empty messages. */
function isSilent({ content, attachments, poll }: Message): boolean {
  return content === '' && attachments.length === 0 && !poll;
}

async function ownId(
  account: Account,
  io: PlatformIo,
  discord: Discord,
): Promise<string | Reconciled> {
  const call = {
    method: 'get',
    path: '/users/@me',
    endpoint: 'me',
    asBot: true,
    answer: Me,
    timeoutSeconds: 15,
  } as const;
  const answer = await callDiscord(account, call, io, discord);
  if (answer.outcome === 'answered') return answer.body.id;
  return unanswered(diagnoseDiscord(answer, call, io));
}

function unanswered({ failure }: ReturnType<typeof diagnoseDiscord>): Reconciled {
  return doubt(failure.message, failure.retryAt);
}

function doubt(why: string, retryAt?: Instant): Reconciled {
  return { status: 'inconclusive', why, ...(retryAt !== undefined && { retryAt }) };
}
