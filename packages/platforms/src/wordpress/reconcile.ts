import type { Account, Instant, PlatformIo, Reconciled, Step, StepProgress } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { callWordPress, diagnoseWordPress } from './api.ts';
import { findComment } from './comment.ts';
import { outputOfPost, statementOf } from './posting.ts';
import { PublishRequest } from './requests.ts';
import type { WordPressSettings } from './settings.ts';
import { Post } from './wire.ts';

/** Looks for the effect of a step: of a post by its number, of a comment among the user's own. */
export async function reconcile(
  account: Account,
  step: Step,
  progress: StepProgress,
  armedAt: Instant,
  io: PlatformIo,
  settings: WordPressSettings,
): Promise<Reconciled> {
  if (step.kind === 'create-comment') {
    return findComment(account, step, progress, armedAt, io, settings);
  }
  if (step.kind !== 'publish-post') {
    // Nobody sees it, and the next attempt finds what is there by itself.
    return { status: 'absent', evidence: { statement: 'nothing of it can be seen' } };
  }
  const request = PublishRequest.parse(fillOutputs(step.request, progress.outputs));
  const call = {
    method: 'get',
    path: `/posts/${encodeURIComponent(request.id)}`,
    endpoint: '/posts/:id',
    search: { context: 'edit', _fields: 'id,slug,status,link' },
    answer: Post,
    timeoutSeconds: 30,
  } as const;
  const answer = await callWordPress(account, call, io, settings);
  if (answer.outcome !== 'answered') {
    const { message: why, retryAt } = diagnoseWordPress(answer, call, io).failure;
    return { status: 'inconclusive', why, ...(retryAt !== undefined && { retryAt }) };
  }
  const post = answer.body;
  // A post that was to wait may be out by now.
  const isDone = post.status === request.status || post.status === 'publish';
  const statement = statementOf(post, request.slug);
  return isDone && !(request.status === 'draft' && post.status === 'publish')
    ? { status: 'applied', output: outputOfPost(post), evidence: { statement } }
    : { status: 'absent', evidence: { statement } };
}
