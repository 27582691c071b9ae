import {
  type Account,
  instant,
  type PlatformIo,
  type Step,
  type StepProgress,
  type StepResult,
} from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { failed, unanswered } from '../step-result.ts';
import { callTikTok, diagnoseTikTok } from './api.ts';
import { readCheckpoint } from './checkpoint.ts';
import { askStatus, resultOf } from './publish-status.ts';
import { PullRequest } from './requests.ts';
import { Begun } from './wire.ts';

/** Has TikTok fetch a film or photos and publish them, and asks from time to time how far it has come. */
export async function beginPull(
  account: Account,
  step: Step,
  { outputs, checkpoint }: StepProgress,
  io: PlatformIo,
): Promise<StepResult> {
  const request = PullRequest.parse(fillOutputs(step.request, outputs));
  const at = readCheckpoint(checkpoint);
  if (at?.phase === 'ask') {
    const status = await askStatus(account, at.publishId, io, step.timeoutSeconds);
    return 'failure' in status
      ? unanswered(status)
      : resultOf(status, { ...at, isPublic: request.isPublic }, io);
  }
  const call = {
    method: 'post',
    ...begin(request),
    bucket: 'inits',
    answer: Begun,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callTikTok(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseTikTok(answer, call, io));
  const { publish_id: publishId } = answer.body.data;
  return {
    status: 'pending',
    checkpoint: { phase: 'ask', publishId, asked: 0 },
    notBefore: instant(io.clock.now() + 5000),
  };
}

function begin({ inbox, info, from }: PullRequest) {
  if ('video' in from) {
    return {
      path: `/v2/post/publish/${inbox ? 'inbox/' : ''}video/init/`,
      json: {
        ...(!inbox && { post_info: info }),
        source_info: { source: 'PULL_FROM_URL', video_url: from.video },
      },
    };
  }
  return {
    path: '/v2/post/publish/content/init/',
    json: {
      post_mode: inbox ? 'MEDIA_UPLOAD' : 'DIRECT_POST',
      media_type: 'PHOTO',
      post_info: info,
      source_info: {
        source: 'PULL_FROM_URL',
        photo_images: from.photos,
        photo_cover_index: from.first,
      },
    },
  };
}
