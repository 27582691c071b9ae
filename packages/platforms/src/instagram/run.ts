import { stepRunner } from '../step-runner.ts';
import { closeComments, readPermalink } from './aftermath.ts';
import { createComment } from './comments.ts';
import { type ContainerSettings, createContainer } from './containers.ts';
import { publishContainer } from './publishing.ts';
import { checkRoom } from './quota.ts';

/** Runs one step. */
export const run = stepRunner<[ContainerSettings]>('instagram', {
  'read-quota': (account, _step, _progress, io, settings) => checkRoom(account, io, settings),
  'create-container': createContainer,
  'publish-container': publishContainer,
  'read-permalink': readPermalink,
  'create-comment': createComment,
  'close-comments': closeComments,
});
