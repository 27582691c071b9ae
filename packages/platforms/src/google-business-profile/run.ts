import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { done, failed, unanswered } from '../step-result.ts';
import { stepRunner } from '../step-runner.ts';
import { business } from './api.ts';
import { EditRequest, PostRequest, ReplyRequest } from './requests.ts';
import { LocalPost, Nothing } from './wire.ts';

const Checkpoint = z.object({ name: z.string(), asked: z.int() });
const pollSeconds = 10;
// Ten minutes; what Google still looks at then is most likely shown.
const mostQuestions = 60;

/** Runs one step. */
export const run = stepRunner('google-business-profile', {
  'create-post': createPost,
  'edit-post': (account, { request, timeoutSeconds }, _, io) => {
    const { name, mask, body } = EditRequest.parse(request);
    const place = { path: `/v4/${name}`, endpoint: '/v4/:post', search: { updateMask: mask } };
    return put(account, { method: 'patch', ...place, json: body, timeoutSeconds }, name, io);
  },
  'reply-review': (account, { request, timeoutSeconds }, _, io) => {
    const { review, text } = ReplyRequest.parse(request);
    const place = { path: `/v4/${review}/reply`, endpoint: '/v4/:review/reply' };
    const call = { method: 'put', ...place, json: { comment: text }, timeoutSeconds } as const;
    return put(account, call, `${review}/reply`, io);
  },
});

async function createPost(
  account: Account,
  step: Step,
  { checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const waiting = Checkpoint.safeParse(checkpoint).data;
  const call = {
    ...(waiting
      ? ({ method: 'get', path: `/v4/${waiting.name}`, endpoint: '/v4/:post' } as const)
      : ({
          method: 'post',
          path: `/v4/${account.id}/localPosts`,
          endpoint: '/v4/:location/localPosts',
          json: PostRequest.parse(step.request).body,
        } as const)),
    answer: LocalPost,
    timeoutSeconds: step.timeoutSeconds,
  };
  const answer = await business.call(account, call, io);
  if (answer.outcome !== 'answered') {
    const diagnosis = business.diagnose(answer, call, io);
    return waiting ? unanswered(diagnosis) : failed(diagnosis);
  }
  return judge(answer.body, waiting?.asked ?? 0, io);
}

/** Google takes a post first, and looks at it afterwards. */
function judge({ name, state, searchUrl }: LocalPost, asked: number, io: PlatformIo): StepResult {
  if (state === 'REJECTED') {
    const message = `Google took the post as ${name}, and rejected what it says`;
    const hint = 'Leave out telephone numbers and whatever its rules for content forbid.';
    return { status: 'rejected', failure: { kind: 'blocked', message, hint } };
  }
  if (state === 'PROCESSING' && asked < mostQuestions) {
    const notBefore = instant(io.clock.now() + pollSeconds * 1000);
    return { status: 'pending', checkpoint: { name, asked: asked + 1 }, notBefore };
  }
  const output = { id: name, ...(searchUrl !== undefined && { url: searchUrl }) };
  return done(output, `the server answered with the post ${name}`);
}

async function put(
  account: Account,
  call: {
    readonly method: 'patch' | 'put';
    readonly path: string;
    readonly endpoint: string;
    readonly json: unknown;
    readonly timeoutSeconds: number;
    readonly search?: Readonly<Record<string, string>>;
  },
  id: string,
  io: PlatformIo,
): Promise<StepResult> {
  const answer = await business.call(account, { ...call, answer: Nothing }, io);
  if (answer.outcome !== 'answered') return failed(business.diagnose(answer, call, io));
  return done({ id }, `the server wrote ${id}`);
}
