import {
  type Account,
  epochMilliseconds,
  type Instant,
  type PlatformIo,
  type Reconciled,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { callGraph } from '../meta/graph.ts';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { done } from '../step-result.ts';
import { attempt, facebookNetwork, pathOf, type Setup } from './api.ts';
import { cannotTell, skewSeconds } from './own-posts.ts';
import { MessageRequest } from './requests.ts';
import { Conversations, Sent } from './wire.ts';

/** Writes to one person: an answer to a message, or, once, to a comment. */
export async function sendMessage(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  { version }: Setup,
): Promise<StepResult> {
  const { to, message } = MessageRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: pathOf(account.id, 'messages'),
    endpoint: '/:page/messages',
    form: {
      recipient: JSON.stringify(to),
      message: JSON.stringify({ text: message }),
      ...('id' in to && { messaging_type: 'RESPONSE' }),
    },
    version,
    answer: Sent,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, ({ message_id: id }) =>
    done({ id }, `the server sent the message ${id}`),
  );
}

/** The call that reads what was said of late in private. */
export function conversations({ id }: Account, { version }: Setup, person?: string) {
  return {
    method: 'get',
    path: pathOf(id, 'conversations'),
    endpoint: '/:page/conversations',
    search: {
      platform: 'messenger',
      fields: 'messages.limit(25){id,message,from,to,created_time}',
      limit: 25,
      user_id: person,
    },
    version,
    answer: Conversations,
    timeoutSeconds: 30,
  } as const;
}

/** Looks for a message among those that the page wrote to a person. */
export async function lookForMessage(
  account: Account,
  { to, message }: MessageRequest,
  armedAt: Instant,
  outputs: StepProgress['outputs'],
  io: PlatformIo,
  setup: Setup,
): Promise<Reconciled> {
  if (!('id' in to)) {
    return { status: 'inconclusive', why: 'nobody can tell to whom a private answer went' };
  }
  const call = conversations(account, setup, to.id);
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome !== 'answered') return cannotTell(answer, call, io);
  const since = epochMilliseconds(armedAt) - skewSeconds * 1000;
  const claimed = new Set(Object.values(outputs).map(({ id }) => id));
  const said = answer.body.data
    .flatMap(({ messages }) => messages?.data ?? [])
    .filter((each) => epochMilliseconds(each.created_time) >= since);
  const matches = said.filter(
    (each) =>
      each.from?.id === account.id &&
      each.to?.data.some(({ id }) => id === to.id) &&
      !claimed.has(each.id) &&
      sameWords(each.message, message),
  );
  const [match] = matches;
  if (matches.length > 1 || said.length >= 25) {
    return { status: 'inconclusive', why: 'too much was said since then to tell' };
  }
  const statement = match
    ? `the message ${match.id} says the same`
    : `none of the ${said.length} messages since then says the same`;
  return match
    ? { status: 'applied', output: { id: match.id }, evidence: { statement } }
    : { status: 'absent', evidence: { statement } };
}
