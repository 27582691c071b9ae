import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { z } from 'zod';
import { fillOutputs } from '../output-reference.ts';
import { done, unanswered } from '../step-result.ts';
import { callYouTube, diagnoseYouTube } from './api.ts';
import { AwaitRequest } from './requests.ts';
import { Videos } from './wire.ts';

const Checkpoint = z.object({ asked: z.int().nonnegative() });
const pollSeconds = 30;
const mostQuestions = 60;

/** YouTube takes a film, and may say much later that it cannot or will not show it. */
export async function awaitProcessing(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const { video } = AwaitRequest.parse(fillOutputs(step.request, outputs));
  const asked = Checkpoint.safeParse(checkpoint).data?.asked ?? 0;
  const call = {
    method: 'get',
    path: '/videos',
    search: { part: 'status,processingDetails', id: video },
    answer: Videos,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callYouTube(account, call, io);
  if (answer.outcome !== 'answered') return unanswered(diagnoseYouTube(answer, call, io));
  const [found] = answer.body.items;
  const { uploadStatus = 'gone', failureReason, rejectionReason } = found?.status ?? {};
  if (uploadStatus === 'processed') return done({}, `YouTube has prepared the film ${video}`);
  if (found && uploadStatus === 'uploaded') {
    if (asked >= mostQuestions) return done({}, `YouTube still works on the film ${video}`);
    const notBefore = instant(io.clock.now() + pollSeconds * 1000);
    return { status: 'pending', checkpoint: { asked: asked + 1 }, notBefore };
  }
  const why = failureReason ?? rejectionReason ?? uploadStatus;
  return {
    status: 'rejected',
    failure: {
      kind: rejectionReason === undefined ? 'invalid' : 'blocked',
      code: why,
      message: `YouTube took the film ${video} and says: ${why}`,
      hint: 'See YouTube Studio for what it says of the film.',
    },
  };
}
