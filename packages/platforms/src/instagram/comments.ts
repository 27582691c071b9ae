import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { Made } from '../meta/wire.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { callInstagram, diagnoseInstagram, type Instagram } from './api.ts';
import { CommentRequest } from './requests.ts';
import { Sent } from './wire.ts';

/** Says something under a post or a comment, or to somebody alone. */
export async function createComment(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  instagram: Instagram,
): Promise<StepResult> {
  const request = CommentRequest.parse(fillOutputs(step.request, outputs));
  const { timeoutSeconds } = step;
  const isMessage = request.answers === 'message' || request.answers === 'private-reply';
  const call = { method: 'post', timeoutSeconds, ...addressOf(request, account) } as const;
  const answer = isMessage
    ? await callInstagram(account, { ...call, answer: Sent.transform(madeOf) }, io, instagram)
    : await callInstagram(account, { ...call, answer: Made }, io, instagram);
  if (answer.outcome !== 'answered') return failed(diagnoseInstagram(answer, call, io));
  const { id } = answer.body;
  return done({ id }, `the server made the ${isMessage ? 'message' : 'comment'} ${id}`);
}

function madeOf({ message_id: message, recipient_id: person }: Sent) {
  return { id: message ?? person ?? '' };
}

interface Address {
  readonly path: string;
  readonly endpoint: string;
  readonly form: Readonly<Record<string, string>>;
}

function addressOf({ answers, target, root, message }: CommentRequest, { id }: Account): Address {
  const user = encodeURIComponent(id);
  const there = encodeURIComponent(target);
  switch (answers) {
    case 'post':
      return { path: `/${there}/comments`, endpoint: '/:media/comments', form: { message } };
    case 'comment':
      return { path: `/${there}/replies`, endpoint: '/:comment/replies', form: { message } };
    case 'mention': {
      const form = {
        media_id: root ?? target,
        ...(root !== undefined && root !== target && { comment_id: target }),
        message,
      };
      return { path: `/${user}/mentions`, endpoint: '/:user/mentions', form };
    }
    case 'private-reply':
    case 'message': {
      const recipient = answers === 'message' ? { id: target } : { comment_id: target };
      const form = {
        recipient: JSON.stringify(recipient),
        message: JSON.stringify({ text: message }),
      };
      return { path: `/${user}/messages`, endpoint: '/:user/messages', form };
    }
    default:
      return answers satisfies never;
  }
}
