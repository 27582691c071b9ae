import type { Account, PlatformIo, Step, StepProgress, StepResult } from '@affiche/core';
import { openMediaBytes } from '../media-bytes.ts';
import { fillOutputs } from '../output-reference.ts';
import { done, failed } from '../step-result.ts';
import { callYouTube, diagnoseYouTube, type YouTubeCall } from './api.ts';
import { relatedBody } from './related-body.ts';
import { CaptionRequest, CommentRequest, PlaylistRequest, ThumbnailRequest } from './requests.ts';
import { Made, Nothing } from './wire.ts';

type Run = (
  account: Account,
  step: Step,
  progress: StepProgress,
  io: PlatformIo,
) => Promise<StepResult>;

/** Gives a film its picture; the same again changes nothing. */
export const setThumbnail: Run = async (account, step, { outputs }, io) => {
  const { video, ...file } = ThumbnailRequest.parse(fillOutputs(step.request, outputs));
  const bytes = await openMediaBytes(file, io);
  if ('status' in bytes) return bytes;
  const call = {
    method: 'post',
    upload: true,
    path: '/thumbnails/set',
    search: { uploadType: 'media', videoId: video },
    headers: { 'content-type': file.mimeType },
    body: bytes,
    answer: Nothing,
    timeoutSeconds: step.timeoutSeconds,
  } as const;
  const answer = await callYouTube(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseYouTube(answer, call, io));
  return done({}, `YouTube took the picture of ${video}`);
};

/** Gives a film its subtitles in one language. */
export const insertCaption: Run = async (account, step, { outputs }, io) => {
  const { video, language, source } = CaptionRequest.parse(fillOutputs(step.request, outputs));
  const bytes = await openMediaBytes({ source, mimeType: 'text/vtt' }, io);
  if ('status' in bytes) return bytes;
  const snippet = { videoId: video, language, name: '', isDraft: false };
  return insert(account, step, io, {
    method: 'post',
    upload: true,
    path: '/captions',
    search: { uploadType: 'multipart', part: 'snippet' },
    ...relatedBody({ snippet }, bytes, 'text/vtt'),
  });
};

/** Puts a film into a playlist. */
export const addToPlaylist: Run = async (account, step, { outputs }, io) => {
  const { video, playlist } = PlaylistRequest.parse(fillOutputs(step.request, outputs));
  const resourceId = { kind: 'youtube#video', videoId: video };
  return insert(account, step, io, {
    method: 'post',
    path: '/playlistItems',
    search: { part: 'snippet' },
    json: { snippet: { playlistId: playlist, resourceId } },
  });
};

/** Comments on a film, or answers a comment. */
export const insertComment: Run = async (account, step, { outputs }, io) => {
  const { text, video, parent } = CommentRequest.parse(fillOutputs(step.request, outputs));
  const said = { textOriginal: text };
  return insert(account, step, io, {
    method: 'post',
    search: { part: 'snippet' },
    ...(parent === undefined
      ? {
          path: '/commentThreads',
          json: { snippet: { videoId: video ?? '', topLevelComment: { snippet: said } } },
        }
      : { path: '/comments', json: { snippet: { parentId: parent, ...said } } }),
  });
};

async function insert(
  account: Account,
  { timeoutSeconds }: Step,
  io: PlatformIo,
  given: Omit<YouTubeCall<unknown>, 'answer' | 'timeoutSeconds'>,
): Promise<StepResult> {
  const call = { ...given, answer: Made, timeoutSeconds };
  const answer = await callYouTube(account, call, io);
  if (answer.outcome !== 'answered') return failed(diagnoseYouTube(answer, call, io));
  const { id } = answer.body;
  return done({ id }, `the server answered with ${id}`);
}
