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
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { sameWords } from '../same-words.ts';
import { done, failed } from '../step-result.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import { commentId } from './comment-id.ts';
import { CommentRequest } from './requests.ts';
import { plainText } from './sanitize.ts';
import type { WordPressSettings } from './settings.ts';
import { Comment, Me } from './wire.ts';

/** Comments on a post, or answers a comment. */
export async function createComment(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<StepResult> {
  const { post, parent, content } = CommentRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: '/comments',
    json: { post, ...(parent !== undefined && { parent }), content },
    answer: Comment,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return failed(diagnoseWordPress(answer, call, io));
  return done(outputOfComment(answer.body), `the blog answered with comment ${answer.body.id}`);
}

// Their clock and ours; comments carry whole seconds.
const driftMilliseconds = 60_000;

/** Looks for a comment among the user's own under the post. */
export async function findComment(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<Reconciled> {
  const { post, parent = 0, content } = CommentRequest.parse(fillOutputs(step.request, outputs));
  const who = {
    method: 'get',
    path: '/users/me',
    answer: Me,
    timeoutSeconds: 15,
  } as const;
  const me = await callWordPress(account, who, io, settings);
  if (me.outcome !== 'answered') return doubt(diagnoseWordPress(me, who, io));
  const call = {
    method: 'get',
    path: '/comments',
    search: { post, status: 'all', author: me.body.id, per_page: 100 },
    answer: z.array(Comment),
    timeoutSeconds: 30,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') return doubt(diagnoseWordPress(answer, call, io));
  const from = epochMilliseconds(armedAt) - driftMilliseconds;
  const matches = answer.body.filter(
    (each) =>
      each.parent === parent &&
      Date.parse(`${each.date_gmt}Z`) >= from &&
      sameWords(plainText(each.content.rendered), plainText(content)),
  );
  const [match] = matches;
  if (match && matches.length === 1) {
    const statement = `the post shows the comment ${match.id}, which says the same`;
    return { status: 'applied', output: outputOfComment(match), evidence: { statement } };
  }
  if (matches.length > 1) {
    return { status: 'inconclusive', why: `${matches.length} comments say the same` };
  }
  const statement = 'none of our comments under the post says the same';
  return { status: 'absent', evidence: { statement } };
}

function outputOfComment({ id, post, link }: Comment) {
  return {
    id: commentId(post, id),
    ...(link !== undefined && { url: link }),
    data: { comment: id },
  };
}

function doubt({ failure }: ReturnType<typeof diagnoseWordPress>): Reconciled {
  const { message: why, retryAt } = failure;
  return { status: 'inconclusive', why, ...(retryAt !== undefined && { retryAt }) };
}
