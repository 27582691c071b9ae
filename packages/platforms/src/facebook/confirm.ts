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
import { diagnoseGraph } from '../meta/graph.ts';
import { done, unanswered } from '../step-result.ts';
import { facebookNetwork, type Setup } from './api.ts';
import { askFilm, standing } from './film-status.ts';
import { ConfirmRequest } from './requests.ts';

const Checkpoint = z.object({ since: z.number(), asked: z.int().nonnegative() });

const firstSeconds = 10;
const mostSeconds = 120;

/** Facebook takes a film, works on it, and may throw it out when it is done. */
export async function confirmFilm(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
  setup: Setup,
): Promise<StepResult> {
  const { video } = ConfirmRequest.parse(fillOutputs(step.request, outputs));
  const now = io.clock.now();
  const { since, asked } = Checkpoint.safeParse(checkpoint).data ?? { since: now, asked: 0 };
  const { call, answer } = await askFilm(account, video, io, setup);
  if (answer.outcome !== 'answered') {
    return unanswered(diagnoseGraph(facebookNetwork, answer, call, io));
  }
  const stands = standing(answer.body);
  if (stands === 'published') return done({}, `the film ${video} is prepared and published`);
  if (stands !== 'failed' && now < since + setup.processingSeconds * 1000) {
    const seconds = Math.min(mostSeconds, firstSeconds * 2 ** asked);
    return {
      status: 'pending',
      checkpoint: { since, asked: asked + 1 },
      notBefore: instant(now + seconds * 1000),
    };
  }
  if (stands !== 'failed') {
    const message = `Facebook took the film ${video} and is not done with it after ${setup.processingSeconds} seconds`;
    return { status: 'rejected', failure: { kind: 'transient', message } };
  }
  const { processing_phase: processing, uploading_phase: uploading } = answer.body.status;
  const why = [...(processing?.errors ?? []), ...(uploading?.errors ?? [])][0]?.message;
  return {
    status: 'rejected',
    failure: {
      kind: 'invalid',
      message: `Facebook took the film ${video} and rejected it afterwards${why === undefined ? '' : `: ${why}`}`,
      hint: 'Convert it to MP4 with H.264 and AAC, and publish it anew.',
    },
  };
}
