import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { commentUrn, urlOf } from './addresses.ts';
import { callLinkedIn, diagnoseLinkedIn, encodeUrn, type LinkedIn } from './api.ts';
import { confirmDuplicate } from './duplicates.ts';
import { CommentRequest, ConfirmRequest, PostRequest } from './requests.ts';
import { uploadMedia } from './uploads.ts';
import { Nothing, Post } from './wire.ts';

/** How an adapter was set up, as far as running a step depends on it. */
export interface RunSettings extends LinkedIn {
  readonly graceSeconds: number;
  readonly confirmSeconds: number;
}

/** Runs one step. */
export const run = stepRunner<[RunSettings]>('linkedin', {
  'upload-media': (account, step, progress, io, linkedIn) =>
    uploadMedia(step, progress, { account, io, linkedIn, timeoutSeconds: step.timeoutSeconds }),
  'create-post': createPost,
  'confirm-post': confirmPost,
  'create-comment': createComment,
});

async function createPost(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<StepResult> {
  const request = PostRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: '/rest/posts',
    bucket: 'posts',
    json: request.body,
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseLinkedIn(answer, call, io);
    if (diagnosis.failure.kind !== 'duplicate') return failed(diagnosis);
    return confirmDuplicate(account, request, diagnosis, { outputs, io, linkedIn });
  }
  return identified(answer.headers, 'POST /rest/posts', (id) =>
    done({ id, url: urlOf(id) }, `the server answered with the post ${id}`),
  );
}

/** LinkedIn takes a post, and may throw it out a moment later without a word. */
async function confirmPost(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  { confirmSeconds, ...linkedIn }: RunSettings,
): Promise<StepResult> {
  const { id } = ConfirmRequest.parse(fillOutputs(step.request, outputs));
  if (checkpoint === undefined) {
    const notBefore = instant(io.clock.now() + confirmSeconds * 1000);
    return { status: 'pending', checkpoint: { waiting: true }, notBefore };
  }
  const call = {
    method: 'get',
    path: `/rest/posts/${encodeUrn(id)}`,
    endpoint: '/rest/posts/:id',
    answer: Post,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome === 'answered') {
    const { lifecycleState = 'PUBLISHED' } = answer.body;
    if (lifecycleState !== 'PUBLISH_FAILED') {
      return done({}, `the post ${id} is ${lifecycleState.toLowerCase()}`);
    }
  } else {
    const diagnosis = diagnoseLinkedIn(answer, call, io);
    if (diagnosis.failure.kind === 'permission') {
      return done({}, 'the account may post and not look, so that nobody can tell');
    }
    if (diagnosis.failure.kind !== 'gone') {
      return { status: 'rejected', failure: diagnosis.failure };
    }
  }
  const message = `LinkedIn took the post ${id} and rejected it afterwards`;
  const hint = 'See what LinkedIn says to the page’s administrators, and change the post.';
  return { status: 'rejected', failure: { kind: 'invalid', message, hint } };
}

async function createComment(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  linkedIn: LinkedIn,
): Promise<StepResult> {
  const { target, object, parentComment, text } = CommentRequest.parse(
    fillOutputs(step.request, outputs),
  );
  const call = {
    method: 'post',
    path: `/rest/socialActions/${encodeUrn(target)}/comments`,
    endpoint: '/rest/socialActions/:id/comments',
    bucket: 'comments',
    json: {
      actor: account.id,
      object,
      ...(parentComment !== undefined && { parentComment }),
      message: { text },
    },
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callLinkedIn(account, call, io, linkedIn);
  if (answer.outcome !== 'answered') return failed(diagnoseLinkedIn(answer, call, io));
  return identified(answer.headers, `POST ${call.endpoint}`, (id) =>
    done({ id: commentUrn(id, object) }, `the server answered with the comment ${id}`),
  );
}

/** A 201 that names nothing is a yes that nobody can use: only looking tells. */
function identified(
  headers: Headers,
  endpoint: string,
  use: (id: string) => StepResult,
): StepResult {
  const id = headers.get('x-restli-id') ?? '';
  if (id !== '') return use(decodeURIComponent(id));
  const message = `${endpoint} answered yes, and did not say what it made`;
  return { status: 'ambiguous', failure: { kind: 'unknown', message } };
}
