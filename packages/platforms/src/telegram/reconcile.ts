import type { Account, Instant, PlatformIo, Reconciled, Step, StepProgress } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { callBot, diagnoseBot } from './api.ts';
import { askChat } from './chat.ts';
import { PinRequest } from './requests.ts';

/** Looks for the effect of a step. Of a message there is nothing to be seen: a person must look. */
export async function reconcile(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  _armedAt: Instant,
  io: PlatformIo,
): Promise<Reconciled> {
  if (step.kind !== 'pin-message') {
    const why = 'Telegram shows a bot nothing of what it posted: look into the chat yourself';
    return { status: 'inconclusive', why };
  }
  const { chat, message } = PinRequest.parse(fillOutputs(step.request, outputs));
  const call = askChat(chat);
  const answer = await callBot(account, call, io);
  if (answer.outcome !== 'answered') {
    const { failure } = diagnoseBot(answer, call, io);
    return {
      status: 'inconclusive',
      why: failure.message,
      ...(failure.retryAt !== undefined && { retryAt: failure.retryAt }),
    };
  }
  const pinned = answer.body.result.pinned_message?.message_id;
  return pinned === message
    ? {
        status: 'applied',
        output: { data: { chat, message } },
        evidence: { statement: `the chat shows the message ${message} as pinned` },
      }
    : // Pinning a message that is pinned already changes nothing.
      {
        status: 'absent',
        evidence: { statement: `the chat shows ${pinned ?? 'nothing'} as pinned last` },
      };
}
