import { stepRunner } from '../step-runner.ts';
import type { Setup } from './api.ts';
import { confirmFilm } from './confirm.ts';
import { uploadFilm } from './films.ts';
import { sendMessage } from './messages.ts';
import { uploadPhoto } from './photos.ts';
import { publishComment, publishFilm, publishPost, publishStory } from './publish.ts';

/** Runs one step. */
export const run = stepRunner<[Setup]>('facebook', {
  'upload-photo': uploadPhoto,
  'upload-film': uploadFilm,
  'publish-post': publishPost,
  'publish-film': publishFilm,
  'publish-story': publishStory,
  'confirm-film': confirmFilm,
  'publish-comment': publishComment,
  'send-message': sendMessage,
});
