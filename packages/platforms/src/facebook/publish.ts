import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { fillOutputs } from '../output-reference.ts';
import { callGraph, diagnoseGraph } from '../meta/graph.ts';
import { Made } from '../meta/wire.ts';
import { done, failed } from '../step-result.ts';
import { attempt, facebookNetwork, pathOf, type Setup } from './api.ts';
import { finish } from './errors.ts';
import { askFilm, filmOutput, fullId, standing } from './film-status.ts';
import { CommentRequest, PostRequest, PublishFilmRequest, StoryRequest } from './requests.ts';
import { Published } from './wire.ts';

/** Publishes words, a link or pictures that were sent before. */
export async function publishPost(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  { version }: Setup,
): Promise<StepResult> {
  const { fields, photos } = PostRequest.parse(fillOutputs(step.request, outputs));
  const attached = photos.map((media_fbid) => ({ media_fbid }));
  const call = {
    method: 'post',
    path: pathOf(account.id, 'feed'),
    endpoint: '/:page/feed',
    form: {
      ...fields,
      ...(attached.length > 0 && { attached_media: JSON.stringify(attached) }),
    },
    version,
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, (made) => {
    const id = fullId(account, made.id);
    return done({ id, url: urlOf(id) }, `the server answered with the post ${id}`);
  });
}

/** Publishes a film that was sent before, as a post, a reel or a story. */
export async function publishFilm(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  setup: Setup,
): Promise<StepResult> {
  const request = PublishFilmRequest.parse(fillOutputs(step.request, outputs));
  const { edge, video, session, fields } = request;
  const call = {
    method: 'post',
    path: pathOf(account.id, edge),
    endpoint: finish(edge),
    form: {
      ...fields,
      upload_phase: 'finish',
      ...(session === undefined ? { video_id: video } : { upload_session_id: session }),
    },
    version: setup.version,
    answer: Published,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callGraph(facebookNetwork, account, call, io);
  if (answer.outcome !== 'answered') {
    const diagnosis = diagnoseGraph(facebookNetwork, answer, call, io);
    const ended =
      diagnosis.failure.kind === 'invalid' && (await hasFailed(account, video, io, setup));
    // A film that could not be prepared was never shown.
    return failed(ended ? { ...diagnosis, absent: true } : diagnosis);
  }
  const statement = `the server took the film ${video}`;
  const { post_id: post } = answer.body;
  if (post !== undefined) {
    const id = fullId(account, post);
    return done({ id, url: urlOf(id), data: { video } }, statement);
  }
  const { answer: asked } = await askFilm(account, video, io, setup);
  const output =
    asked.outcome === 'answered' ? filmOutput(account, asked.body) : { id: video, data: { video } };
  return done(output, statement);
}

async function hasFailed(
  account: Account,
  video: string,
  io: PlatformIo,
  setup: Setup,
): Promise<boolean> {
  const { answer } = await askFilm(account, video, io, setup);
  return answer.outcome === 'answered' && standing(answer.body) === 'failed';
}

/** Shows a picture for a day. */
export async function publishStory(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  { version }: Setup,
): Promise<StepResult> {
  const { photo } = StoryRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: pathOf(account.id, 'photo_stories'),
    endpoint: '/:page/photo_stories',
    form: { photo_id: photo },
    version,
    answer: Published.required({ post_id: true }),
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, ({ post_id: post }) => {
    const id = fullId(account, post);
    return done({ id }, `the server shows the picture ${photo} as the story ${id}`);
  });
}

/** Comments as the page itself. */
export async function publishComment(
  account: Account,
  step: Step,
  { outputs }: StepProgress,
  io: PlatformIo,
  { version }: Setup,
): Promise<StepResult> {
  const { target, message, photo } = CommentRequest.parse(fillOutputs(step.request, outputs));
  const call = {
    method: 'post',
    path: pathOf(target, 'comments'),
    endpoint: '/:object/comments',
    form: { message, ...(photo !== undefined && { attachment_id: photo }) },
    version,
    answer: Made,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  return attempt(account, call, io, ({ id }) =>
    done({ id }, `the server answered with the comment ${id}`),
  );
}

/** Where people see a post. */
export function urlOf(id: string): string {
  const [page = '', post] = id.split('_');
  return `https://www.facebook.com/${post === undefined ? page : `${page}/posts/${post}`}`;
}
